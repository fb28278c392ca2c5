"""Codes for the people of the running site: one for each time that one of them logs in."""

from __future__ import annotations

from itertools import count

from django.contrib.auth.models import User
from django_otp.plugins.otp_static.models import StaticDevice, StaticToken
from django_otp.plugins.otp_totp.models import TOTPDevice

ENOUGH = 2000
CODES = (f"code-{number}" for number in count())
"""The next code is anybody's: each of them has the same ones, and each works once."""


def give_codes(person: User, database: str) -> None:
    """An app, and recovery codes enough for every log-in of a run."""
    TOTPDevice.objects.using(database).create(user=person, name="app")
    device = StaticDevice.objects.using(database).create(user=person, name="recovery")
    StaticToken.objects.using(database).bulk_create(
        StaticToken(device=device, token=f"code-{number}") for number in range(ENOUGH)
    )
