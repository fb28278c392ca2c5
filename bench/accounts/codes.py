"""The codes of an app, as a second step of the log-in, and those for when it is lost."""

from __future__ import annotations

from collections.abc import Sequence
from time import time

import segno
from django.conf import settings
from django.contrib.auth.models import AbstractBaseUser, AnonymousUser, User
from django.db import transaction
from django.utils.safestring import SafeString, mark_safe
from django_otp import devices_for_user, match_token
from django_otp.models import Device
from django_otp.oath import TOTP
from django_otp.plugins.otp_static.models import StaticDevice, StaticToken
from django_otp.plugins.otp_totp.models import TOTPDevice

from bench.changes.permissions import APPROVE, KEEP, may

RECOVERY_CODES = 10

Person = User | AbstractBaseUser | AnonymousUser


def must_have_codes(person: Person) -> bool:
    """Whether she opens nothing of the bench without codes: who approves, who keeps the
    accounts, and everybody of the staff where the setting says so."""
    if may(person, APPROVE) or may(person, KEEP):
        return True
    is_staff = bool(getattr(person, "is_staff", False))
    return is_staff and bool(settings.EDITORS_CODES == "required")


def may_have_codes(person: Person) -> bool:
    """Whether she is offered codes."""
    is_offered: bool = settings.EDITORS_CODES == "offered"
    return is_offered or must_have_codes(person)


def has_codes(person: Person) -> bool:
    """Whether codes are set up, so that no log-in goes without one."""
    devices = TOTPDevice.objects.filter(user_id=person.pk, confirmed=True)
    return bool(devices.exists())


def device_for(user: User, code: str) -> Device | None:
    """What accepts the code: her app, or her recovery codes, of which one is used up.

    Spaces do not count, nor does the case of a recovery code.
    """
    return match_token(user, "".join(code.split()).lower())


def new_device(user: User, key: str) -> TOTPDevice:
    """The app that is to have ``key`` (hexadecimal); nothing is stored."""
    return TOTPDevice(user=user, name="app", key=key)


def set_up(device: TOTPDevice, code: str) -> bool:
    """Store the app where the code is one of it, in place of what was there before; the
    answer is whether it was."""
    totp = TOTP(device.bin_key, device.step, device.t0, device.digits)
    totp.time = time()
    digits = "".join(code.split())
    if not (digits.isascii() and digits.isdigit() and len(digits) <= device.digits):
        return False
    if not totp.verify(int(digits), device.tolerance):
        return False
    with transaction.atomic():
        remove_codes(device.user)
        device.last_t, device.drift = totp.t(), totp.drift
        device.save()
    return True


def remove_codes(user: User) -> None:
    """Forget her app and her recovery codes."""
    for device in devices_for_user(user, confirmed=None):
        device.delete()


def new_recovery_codes(user: User) -> Sequence[str]:
    """Recovery codes in place of all that there were; they are told this once."""
    with transaction.atomic():
        StaticDevice.objects.filter(user=user).delete()
        device = StaticDevice.objects.create(user=user, name="recovery codes")
        codes = [StaticToken.random_token() for _ in range(RECOVERY_CODES)]
        for code in codes:
            StaticToken.objects.create(device=device, token=code)
    return codes


def recovery_codes_left(user: User) -> int:
    """How many of them are not used yet."""
    left: int = StaticToken.objects.filter(device__user=user).count()
    return left


def drawn(device: TOTPDevice) -> SafeString:
    """The key as a picture for the camera of a phone: SVG without a style of its own."""
    picture = segno.make(device.config_url, error="m", micro=False)
    svg = picture.svg_inline(
        scale=5, dark="#000", light="#fff", svgclass=None, lineclass=None
    )
    return mark_safe(svg)  # noqa: S308 - drawn by the library, of squares alone
