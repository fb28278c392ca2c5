"""The accounts in Django's admin, for superusers and for who keeps the accounts.

An account is switched off, not deleted. What becomes of it is noted in the log of accounts.
"""

from __future__ import annotations

from typing import Any

from django.contrib import admin, messages
from django.contrib.auth.admin import GroupAdmin, UserAdmin
from django.contrib.auth.models import Group, User
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import URLPattern, path
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST
from django_otp.plugins.otp_static.models import StaticDevice
from django_otp.plugins.otp_totp.models import TOTPDevice

from bench.accounts.codes import has_codes, remove_codes
from bench.accounts.delays import forget
from bench.accounts.events import note
from bench.accounts.keeping import groups_open_to, is_superuser, may_keep, summary
from bench.accounts.links import path_to_password
from bench.changes.permissions import KEEP, VIEW, may
from bench.forms.accounts import KeptAccountForm, NewAccountForm, PersonForm
from bench.look_only import LookOnly, NamedFilters, NoDelete
from bench.models import AccountAct, AccountEvent
from bench.search import FoldedSearch
from bench.views.shared import bench_page, editor_of, number_in

admin.site.unregister([Group, User, StaticDevice, TOTPDevice])

NAMES = ("username", "first_name", "last_name", "email")


@admin.register(User)
class PersonAdmin(NamedFilters, NoDelete, FoldedSearch, UserAdmin):
    """Accounts: a superuser sets all of them, a keeper what is hers to set."""

    form = PersonForm
    add_form = NewAccountForm
    add_form_template = None
    change_form_template = "bench/account.html"
    add_fieldsets = ((None, {"fields": (*NAMES, "groups")}),)
    kept_fieldsets = ((None, {"fields": (*NAMES, "is_active", "groups")}),)

    # --- who may ---

    def has_module_permission(self, request: HttpRequest) -> bool:
        return may_keep(request.user)

    def has_view_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return may_keep(request.user)

    def has_add_permission(self, request: HttpRequest) -> bool:
        return may_keep(request.user)

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return may_keep(request.user, obj)

    # --- what stands in the forms ---

    def get_fieldsets(self, request: HttpRequest, obj: Any = None) -> Any:
        """All for a superuser; for a keeper who it is, and in which groups."""
        if obj and not is_superuser(request.user):
            return self.kept_fieldsets
        return super().get_fieldsets(request, obj)

    def get_form(
        self, request: HttpRequest, obj: Any = None, change: bool = False, **kwargs: Any
    ) -> Any:
        """The form, whose password nobody sees."""
        if obj and not is_superuser(request.user):
            kwargs["form"] = KeptAccountForm
        return super().get_form(request, obj, change=change, **kwargs)

    def formfield_for_manytomany(
        self, db_field: Any, request: HttpRequest, **kwargs: Any
    ) -> Any:
        """The groups that she may put somebody into, and no others."""
        if db_field.name == "groups":
            kwargs["queryset"] = groups_open_to(request.user)
        return super().formfield_for_manytomany(db_field, request, **kwargs)

    # --- what is done ---

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        """Store it. What it was before is kept for the log."""
        request.account_before = (  # type: ignore[attr-defined]
            summary(User.objects.get(pk=obj.pk)) if change else ""
        )
        super().save_model(request, obj, form, change)

    def save_related(
        self, request: HttpRequest, form: Any, formsets: Any, change: bool
    ) -> None:
        """Store its groups, and note what came of all."""
        super().save_related(request, form, formsets, change)
        account = User.objects.get(pk=form.instance.pk)
        before, after = getattr(request, "account_before"), summary(account)  # noqa: B009
        if before != after:
            act = AccountAct.CHANGED if change else AccountAct.MADE
            words = f"{before} → {after}" if before else after
            note(account, act, editor_of(request), words)

    def user_change_password(
        self, request: HttpRequest, id: str, form_url: str = ""
    ) -> HttpResponse:
        """Set somebody's password: superusers alone. Others hand out a link."""
        if not is_superuser(request.user):
            raise PermissionDenied
        account = get_object_or_404(User, pk=number_in(id) or 0)
        before = account.password
        response = super().user_change_password(request, id, form_url)
        account.refresh_from_db()
        if account.password != before and account != request.user:
            note(account, AccountAct.GIVEN, editor_of(request))
            forget(account.get_username())
        return response

    def change_view(
        self,
        request: HttpRequest,
        object_id: str,
        form_url: str = "",
        extra_context: dict[str, Any] | None = None,
    ) -> HttpResponse:
        """The page of an account, with what else can be done for its holder."""
        account = User.objects.filter(pk=number_in(object_id) or 0).first()
        more = {
            "may_keep_this": bool(account and may_keep(request.user, account)),
            "has_codes": bool(account and has_codes(account)),
        }
        return super().change_view(
            request, object_id, form_url, {**more, **(extra_context or {})}
        )

    def make_link(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Show a link with which its holder chooses a password, this once."""
        account = self._kept_account(request, pk)
        note(account, AccountAct.LINK, editor_of(request))
        link = request.build_absolute_uri(path_to_password(account))
        context = {"account": account, "link": link}
        return bench_page(request, "bench/link.html", gettext("A one-time link"), context)

    def take_codes(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Remove the codes of somebody who lost her phone and her recovery codes."""
        account = self._kept_account(request, pk)
        if has_codes(account):
            remove_codes(account)
            note(account, AccountAct.CODES_TAKEN, editor_of(request))
        messages.success(request, _("The account has no codes any more."))
        return redirect("admin:auth_user_change", pk)

    def _kept_account(self, request: HttpRequest, pk: int) -> User:
        account = get_object_or_404(User, pk=pk)
        if not may_keep(request.user, account):
            raise PermissionDenied
        return account

    def get_urls(self) -> list[URLPattern]:
        """The pages of accounts, with links and codes."""
        wrap = self.admin_site.admin_view
        link, codes = require_POST(self.make_link), require_POST(self.take_codes)
        return [
            path("<int:pk>/link/", wrap(link), name="auth_user_link"),
            path("<int:pk>/codes/", wrap(codes), name="auth_user_codes"),
            *super().get_urls(),
        ]


@admin.register(Group)
class RoleAdmin(NamedFilters, NoDelete, FoldedSearch, GroupAdmin):
    """Groups, without delete."""


@admin.register(AccountEvent)
class AccountEventAdmin(LookOnly):
    """What happened to accounts, for all who see the bench or keep the accounts."""

    list_title = _("What happened to accounts")
    list_display = ("at", "account", "act", "who", "words")
    list_filter = ("act",)
    list_select_related = ("account", "who")
    search_fields = ("account__username",)
    actions = None

    def has_module_permission(self, request: HttpRequest) -> bool:
        return self.has_view_permission(request)

    def has_view_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return may(request.user, VIEW) or may(request.user, KEEP)
