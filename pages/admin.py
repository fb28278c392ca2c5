"""The people of the bench, in the admin. An account is switched off, not deleted."""

from __future__ import annotations

from django.contrib import admin
from django.contrib.auth.admin import GroupAdmin, UserAdmin
from django.contrib.auth.models import Group, User

from facts.admin import NoDelete

admin.site.unregister([Group, User])
admin.site.disable_action("delete_selected")


@admin.register(User)
class PersonAdmin(NoDelete, UserAdmin):
    """Accounts, without delete."""


@admin.register(Group)
class RoleAdmin(NoDelete, GroupAdmin):
    """Groups, without delete."""
