"""The forms with which codes are set up and changed."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from bench.accounts.codes import set_up
from bench.accounts.delays import Attempt
from bench.forms.login import wait_in_words


class FirstCodeForm(forms.Form):
    """The first code of an app, which shows that it has the key."""

    code = forms.CharField(
        label=_("The code that the app shows now"),
        max_length=20,
        widget=forms.TextInput(
            attrs={"autocomplete": "one-time-code", "inputmode": "numeric"}
        ),
    )

    def __init__(self, device: Any, data: Any = None) -> None:
        super().__init__(data)
        self.device = device

    def clean_code(self) -> str:
        """Store the app where the code is right."""
        code: str = self.cleaned_data["code"]
        if not set_up(self.device, code):
            raise ValidationError(
                _(
                    "That is not its code. Is the clock of your phone right? "
                    "Try the next one."
                )
            )
        return code


class OwnPasswordForm(forms.Form):
    """The password of who asks: that it is she, and not somebody at her desk."""

    password = forms.CharField(
        label=_("Your password"),
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
    )

    def __init__(self, user: User, attempt: Attempt, data: Any = None) -> None:
        super().__init__(data)
        self.user, self.attempt = user, attempt

    def clean_password(self) -> str:
        """The password where it is right; wrong ones are slowed as at the log-in."""
        password: str = self.cleaned_data["password"]
        if wait := self.attempt.wait():
            raise ValidationError(wait_in_words(wait))
        if not self.user.check_password(password):
            raise ValidationError(_("That is not your password."))
        self.attempt.passed()
        return password
