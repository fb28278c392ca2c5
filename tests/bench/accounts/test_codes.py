"""The codes of an app, and those for when it is lost."""

from __future__ import annotations

from time import time

import pytest
from django_otp.oath import TOTP
from django_otp.plugins.otp_static.models import StaticToken
from django_otp.plugins.otp_totp.models import TOTPDevice

from bench.accounts.codes import (
    RECOVERY_CODES,
    device_for,
    drawn,
    has_codes,
    may_have_codes,
    must_have_codes,
    new_device,
    new_recovery_codes,
    recovery_codes_left,
    remove_codes,
    set_up,
)
from tests.bench.conftest import person

pytestmark = pytest.mark.django_db
KEY = "3132333435363738393031323334353637383930"


def code_of(device, steps=0):
    """What the app shows now, or so many half minutes later."""
    totp = TOTP(device.bin_key, device.step, device.t0, device.digits)
    totp.time = time() + steps * device.step
    return f"{totp.token():06d}"


@pytest.mark.parametrize(
    ("group", "setting", "must", "may"),
    [
        ("Reviewers", "off", True, True),
        ("Keepers", "off", True, True),
        ("Editors", "off", False, False),
        ("Editors", "offered", False, True),
        ("Editors", "required", True, True),
        ("Readers", "offered", False, True),
    ],
)
def test_who_must_and_who_may(settings, group, setting, must, may):
    settings.EDITORS_CODES = setting
    somebody = person("somebody", group)
    assert (must_have_codes(somebody), may_have_codes(somebody)) == (must, may)


def test_an_app_is_stored_with_its_first_right_code(editor):
    device = new_device(editor, KEY)
    assert not set_up(device, "000000x")
    assert not has_codes(editor)
    shown = code_of(device)
    assert set_up(device, f" {shown[:3]} {shown[3:]} ")
    assert has_codes(editor)


def test_a_code_works_once(editor):
    device = new_device(editor, KEY)
    set_up(device, code_of(device))
    assert device_for(editor, code_of(device)) is None
    later = code_of(device, steps=1)
    assert device_for(editor, later)
    assert device_for(editor, later) is None


def test_each_recovery_code_works_once_in_any_case(editor):
    first, *others = new_recovery_codes(editor)
    assert len({first, *others}) == RECOVERY_CODES
    assert device_for(editor, f" {first.upper()} ")
    assert device_for(editor, first) is None
    assert recovery_codes_left(editor) == RECOVERY_CODES - 1


def test_new_recovery_codes_end_the_old_ones(editor):
    old = new_recovery_codes(editor)
    new_recovery_codes(editor)
    assert device_for(editor, old[0]) is None


def test_another_app_ends_the_first_and_its_recovery_codes(editor):
    first = new_device(editor, KEY)
    set_up(first, code_of(first))
    new_recovery_codes(editor)
    second = new_device(editor, KEY[::-1])
    assert set_up(second, code_of(second))
    assert TOTPDevice.objects.get() == second
    assert not StaticToken.objects.exists()


def test_codes_are_removed_whole(editor):
    device = new_device(editor, KEY)
    set_up(device, code_of(device))
    new_recovery_codes(editor)
    remove_codes(editor)
    assert not has_codes(editor)
    assert recovery_codes_left(editor) == 0


def test_the_picture_needs_no_style_of_its_own(editor):
    picture = drawn(new_device(editor, KEY))
    assert picture.startswith("<svg")
    assert "style=" not in picture
