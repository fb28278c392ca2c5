from __future__ import annotations

import pytest

from bench.accounts.codes import new_device
from bench.accounts.delays import FREE, Attempt
from bench.forms.codes import FirstCodeForm, OwnPasswordForm
from tests.bench.accounts.test_codes import KEY, code_of

pytestmark = pytest.mark.django_db
HERS = Attempt("editor", "192.0.2.1")


def test_the_first_code_is_that_of_the_key(editor):
    device = new_device(editor, KEY)
    assert FirstCodeForm(device, {"code": "1"}).errors["code"]
    assert FirstCodeForm(device, {"code": code_of(device)}).is_valid()


def test_the_password_is_asked_and_wrong_ones_are_slowed(editor, monkeypatch):
    editor.set_password("right")
    assert OwnPasswordForm(editor, HERS, {"password": "right"}).is_valid()
    for _ in range(FREE):
        wrong = OwnPasswordForm(editor, HERS, {"password": "wrong"})
        assert wrong.errors["password"] == ["That is not your password."]
    monkeypatch.setattr(editor, "check_password", None)  # not looked at while she waits
    slowed = OwnPasswordForm(editor, HERS, {"password": "right"})
    assert "Too many wrong tries. Wait" in slowed.errors["password"][0]
