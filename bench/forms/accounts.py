"""The forms of accounts."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib.auth.forms import UserChangeForm, UsernameField
from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from bench.accounts.keeping import is_of_two_sides


class OneSide:
    """Mixin: nobody keeps the accounts and edits, too."""

    def clean_groups(self) -> Any:
        """The groups, where one person may be in all of them."""
        groups = self.cleaned_data["groups"]  # type: ignore[attr-defined]
        if is_of_two_sides(groups):
            raise ValidationError(
                _("Who keeps the accounts neither edits nor reviews: choose one side.")
            )
        return groups


class PersonForm(OneSide, UserChangeForm):
    """An account, as a superuser sets it."""


class KeptAccountForm(OneSide, forms.ModelForm):
    """An account, as who keeps the accounts sets it."""

    class Meta:
        model = User
        fields = ("username", "first_name", "last_name", "email", "is_active", "groups")
        field_classes = {"username": UsernameField}  # noqa: RUF012 - Django's own way


class NewAccountForm(OneSide, forms.ModelForm):
    """A new account of the staff. It has no password until its holder chooses one."""

    class Meta:
        model = User
        fields = ("username", "first_name", "last_name", "email", "groups")
        field_classes = {"username": UsernameField}  # noqa: RUF012 - Django's own way

    def save(self, commit: bool = True) -> User:
        """The account; nobody can log in with it yet."""
        account: User = super().save(commit=False)
        account.is_staff = True
        account.set_unusable_password()
        if commit:
            account.save()
            self.save_m2m()
        return account
