"""The form to log in with: a name, a password and, where an app is set up, its code."""

from __future__ import annotations

import logging
from datetime import timedelta
from math import ceil
from typing import Any

from django import forms
from django.contrib.admin.forms import AdminAuthenticationForm
from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from django.views.decorators.debug import sensitive_variables

from bench.accounts.codes import device_for, has_codes
from bench.accounts.delays import Attempt
from bench.accounts.known_browsers import known_browser
from web.client_address import client_address

log = logging.getLogger(__name__)

MOST_LOGGED = 150
"""Characters of a name that are logged: no name has more."""


def wait_in_words(wait: timedelta) -> str:
    """That so much time must pass, rounded up."""
    seconds = ceil(wait.total_seconds())
    if seconds > 90:
        number, unit = ceil(seconds / 60), "minutes"
    else:
        number, unit = seconds, "seconds"
    sentences = {
        "minutes": ngettext(
            "Too many wrong tries. Wait %(n)d minute, then try again.",
            "Too many wrong tries. Wait %(n)d minutes, then try again.",
            number,
        ),
        "seconds": ngettext(
            "Too many wrong tries. Wait %(n)d second, then try again.",
            "Too many wrong tries. Wait %(n)d seconds, then try again.",
            number,
        ),
    }
    return sentences[unit] % {"n": number}


class LoginForm(AdminAuthenticationForm):
    """Django's, with the code of an app; wrong tries are slowed and logged."""

    code = forms.CharField(
        label=_("Code"),
        required=False,
        max_length=20,
        help_text=_("From your app, or a recovery code. Leave it empty if you have none."),
        widget=forms.TextInput(attrs={"autocomplete": "one-time-code"}),
    )

    @sensitive_variables()
    def clean(self) -> dict[str, Any]:
        """Let in whose password and code are right.

        While a delay runs nothing is looked at, so that a guess costs no hashing.
        """
        name = self.cleaned_data.get("username")
        if not (self.request and name and self.cleaned_data.get("password")):
            return self.cleaned_data
        browser = known_browser(self.request, name)
        attempt = Attempt(name, client_address(self.request), browser)
        try:
            self._require_no(attempt.wait())
            super().clean()
            self._check_code(attempt)
        except ValidationError as error:
            self.user_cache = None
            why = error.code or "told to wait"
            log.warning(
                "Log-in of %r from %s: %s", name[:MOST_LOGGED], attempt.address, why
            )
            raise
        attempt.passed()
        return self.cleaned_data

    def _require_no(self, wait: timedelta) -> None:
        if wait:
            raise ValidationError(wait_in_words(wait), code="told to wait")

    def _check_code(self, attempt: Attempt) -> None:
        user = self.user_cache
        if not isinstance(user, User) or not has_codes(user):
            return
        code = self.cleaned_data.get("code", "")
        if not code:
            raise ValidationError(
                _("Type your password again, and the code that your app shows."),
                code="without a code",
            )
        self._require_no(attempt.wait_for_code())
        device = device_for(user, code)
        if device is None:
            sentence = _("That code is not right, or was used already.")
            raise ValidationError(sentence, code="wrong code")
        user.otp_device = device  # type: ignore[attr-defined]  # django-otp keeps it
