"""The page where somebody sets up the codes of an app, or does without them."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.contrib.auth.models import User
from django.core.exceptions import BadRequest, PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe
from django_otp import login as verify_session
from django_otp.plugins.otp_totp.models import default_key

from bench.accounts import codes
from bench.accounts.delays import Attempt
from bench.accounts.events import note
from bench.accounts.known_browsers import known_browser
from bench.forms.codes import FirstCodeForm, OwnPasswordForm
from bench.models import AccountAct
from bench.views.shared import bench_page, editor_of
from web.client_address import client_address

KEY = "codes-key"
"""The key offered to her app, in the session until a code shows that it is there."""


@require_safe
def codes_page(request: HttpRequest) -> HttpResponse:
    """How to set up codes; where they are, how to change them."""
    user = _user_who_may(request)
    if codes.has_codes(user) and KEY not in request.session:
        return _change_page(request, user, _password_form(request, user))
    return _set_up_page(request, user, None)


@require_POST
def codes_set_up(request: HttpRequest) -> HttpResponse:
    """Set up the app that was shown the key, and tell the recovery codes, this once."""
    user = _user_who_may(request)
    if KEY not in request.session:
        return redirect("admin:codes")
    device = codes.new_device(user, request.session[KEY])
    if not FirstCodeForm(device, request.POST).is_valid():
        return _set_up_page(request, user, request.POST)
    del request.session[KEY]
    verify_session(request, device)
    note(user, AccountAct.CODES, user)
    return _recovery_page(request, user)


@require_POST
def codes_change(request: HttpRequest) -> HttpResponse:
    """Another app, other recovery codes, or none any more; needs her password."""
    user = _user_who_may(request)
    name = request.POST.get("name", "")
    if name not in ("replace", "recovery", "off") or not codes.has_codes(user):
        raise BadRequest("There is nothing of that kind to change.")
    if name == "off" and codes.must_have_codes(user):
        raise PermissionDenied
    form = _password_form(request, user, request.POST)
    if not form.is_valid():
        return _change_page(request, user, form, status=422)
    if name == "recovery":
        return _recovery_page(request, user)
    if name == "replace":
        request.session[KEY] = default_key()
        return redirect("admin:codes")
    codes.remove_codes(user)
    note(user, AccountAct.NO_CODES, user)
    messages.success(request, _("You log in without codes from now on."))
    return redirect("admin:codes")


def _user_who_may(request: HttpRequest) -> User:
    user = editor_of(request)
    if not codes.may_have_codes(user) and not codes.has_codes(user):
        raise PermissionDenied
    return user


def _password_form(request: HttpRequest, user: User, data: Any = None) -> OwnPasswordForm:
    name = user.get_username()
    attempt = Attempt(name, client_address(request), known_browser(request, name))
    return OwnPasswordForm(user, attempt, data)


def _set_up_page(request: HttpRequest, user: User, data: Any) -> HttpResponse:
    key = request.session.setdefault(KEY, default_key())
    device = codes.new_device(user, key)
    typed = device.config_url.split("secret=")[1].split("&")[0]
    context = {
        "form": FirstCodeForm(device, data),
        "picture": codes.drawn(device),
        "key_to_type": " ".join(typed[at : at + 4] for at in range(0, len(typed), 4)),
        "must": codes.must_have_codes(user),
    }
    title, status = _("Set up codes"), 422 if data else 200
    return bench_page(request, "bench/codes_set_up.html", title, context, status)


def _change_page(
    request: HttpRequest, user: User, form: OwnPasswordForm, status: int = 200
) -> HttpResponse:
    context = {
        "form": form,
        "left": codes.recovery_codes_left(user),
        "must": codes.must_have_codes(user),
    }
    return bench_page(request, "bench/codes.html", _("Your codes"), context, status)


def _recovery_page(request: HttpRequest, user: User) -> HttpResponse:
    context = {"recovery_codes": codes.new_recovery_codes(user)}
    title = _("Your recovery codes")
    return bench_page(request, "bench/recovery_codes.html", title, context)
