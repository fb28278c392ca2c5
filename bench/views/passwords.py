"""Passwords: changed by who knows the old one, or chosen by a link."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.contrib import admin
from django.contrib.admin.forms import AdminPasswordChangeForm
from django.contrib.auth import views
from django.contrib.auth.forms import PasswordResetForm, SetPasswordForm
from django.contrib.auth.models import User
from django.forms import Form
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.urls import reverse_lazy

from bench.accounts.delays import Attempt, forget
from bench.accounts.events import note, note_own_password
from bench.models import AccountAct


class OwnPasswordChangeForm(AdminPasswordChangeForm):
    """Django's; notes that a password which another person set was replaced."""

    def save(self, commit: bool = True) -> User:
        """Store the new password."""
        user: User = super().save(commit)
        note_own_password(user)
        return user


class LinkByMailForm(PasswordResetForm):
    """Django's; who asks for one link after the other is slowed."""

    def send_mail(self, *args: Any, **kwargs: Any) -> None:
        """Send a link to somebody whose address it is, unless she was just sent some."""
        user = args[2]["user"]
        if not Attempt(f"mail for {user.pk}", "mail").wait():
            super().send_mail(*args, **kwargs)


class ByLinkForm(SetPasswordForm):  # type: ignore[type-arg]  # not at run time
    """Django's; notes that somebody came in by a link, and forgets wrong log-ins."""

    def save(self, commit: bool = True) -> User:
        """Store the password."""
        user: User = super().save(commit)
        note(user, AccountAct.BY_LINK, user)
        forget(user.get_username())
        return user


def _frame(request: HttpRequest) -> dict[str, Any]:
    return admin.site.each_context(request)


def password_change(request: HttpRequest) -> HttpResponseBase:
    """Change a password, knowing the old one."""
    return views.PasswordChangeView.as_view(
        form_class=OwnPasswordChangeForm,
        success_url=reverse_lazy("admin:password_change_done"),
        extra_context=_frame(request),
    )(request)


def password_reset(request: HttpRequest) -> HttpResponseBase:
    """Ask for a link by mail; where no mail is sent, whom to ask for one."""
    sends_mail = bool(settings.EMAIL_URL)
    return views.PasswordResetView.as_view(
        form_class=LinkByMailForm if sends_mail else Form,
        template_name="bench/password_reset.html",
        email_template_name="bench/password_reset_email.txt",
        subject_template_name="bench/password_reset_subject.txt",
        success_url=reverse_lazy("admin:password_reset_done"),
        extra_context={**_frame(request), "sends_mail": sends_mail},
        http_method_names=["get", "head", *(["post"] if sends_mail else [])],
    )(request)


def password_reset_done(request: HttpRequest) -> HttpResponseBase:
    """That a link was sent, if there is an account of that address."""
    return views.PasswordResetDoneView.as_view(
        template_name="bench/password_reset_done.html", extra_context=_frame(request)
    )(request)


def password_reset_confirm(
    request: HttpRequest, uidb64: str, token: str
) -> HttpResponseBase:
    """Choose a password, coming by a link. It is moved out of the address at once."""
    return views.PasswordResetConfirmView.as_view(
        form_class=ByLinkForm,
        template_name="bench/password_by_link.html",
        success_url=reverse_lazy("admin:password_reset_complete"),
        extra_context=_frame(request),
    )(request, uidb64=uidb64, token=token)


def password_reset_complete(request: HttpRequest) -> HttpResponseBase:
    """That the password is chosen, and the way to log in."""
    return views.PasswordResetCompleteView.as_view(
        template_name="bench/password_chosen.html", extra_context=_frame(request)
    )(request)
