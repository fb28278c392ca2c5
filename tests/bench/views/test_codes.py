"""Setting up codes, from the first page to the next log-in."""

from __future__ import annotations

import re

import pytest
from django.test import Client
from django.urls import reverse
from django_otp.plugins.otp_totp.models import TOTPDevice

from bench.accounts.codes import has_codes, new_device, recovery_codes_left
from bench.models import AccountAct, AccountEvent
from tests.bench.accounts.test_codes import KEY, code_of

pytestmark = pytest.mark.django_db
CODES, INDEX, LOGIN = (reverse(f"admin:{name}") for name in ("codes", "index", "login"))
SET_UP, CHANGE = (reverse(f"admin:codes_{name}") for name in ("set_up", "change"))
PASSWORD = "a-Long-enough-1"  # noqa: S105 - of accounts that live for one test


@pytest.fixture
def new_reviewer(reviewer):
    """The browser of a reviewer who has no codes yet."""
    reviewer.set_password(PASSWORD)
    reviewer.save()
    browser = Client()
    browser.force_login(reviewer)
    return browser


def set_up(browser, user):
    """Set up an app as its holder does; the recovery codes that she is told."""
    browser.get(CODES)
    device = new_device(user, browser.session["codes-key"])
    page = browser.post(SET_UP, {"code": code_of(device)})
    return re.findall(r"<li><code>(\S+)</code></li>", page.text)


def test_who_must_have_codes_is_led_to_them_and_opens_nothing_else(new_reviewer):
    for name in ("index", "facts_fact_changelist", "bench_start"):
        answer = new_reviewer.get(reverse(f"admin:{name}"))
        assert answer.status_code == 302
        assert answer.url == CODES
    page = new_reviewer.get(CODES)
    assert "Nothing else opens before you set this up." in page.text
    assert "<svg" in page.text


def test_after_the_first_code_all_is_open(new_reviewer, reviewer):
    told = set_up(new_reviewer, reviewer)
    assert len(told) == recovery_codes_left(reviewer) == 10
    assert new_reviewer.get(INDEX).status_code == 200
    assert AccountEvent.objects.get().act == AccountAct.CODES


def test_a_wrong_code_sets_up_nothing_and_keeps_the_key(new_reviewer, reviewer):
    new_reviewer.get(CODES)
    key = new_reviewer.session["codes-key"]
    page = new_reviewer.post(SET_UP, {"code": "12"})
    assert page.status_code == 422
    assert "That is not its code." in page.text
    assert not has_codes(reviewer)
    assert new_reviewer.session["codes-key"] == key


def test_the_next_log_in_needs_a_code(new_reviewer, reviewer):
    (recovery, *_others) = set_up(new_reviewer, reviewer)
    browser, form = Client(), {"username": "reviewer", "password": PASSWORD}
    page = browser.post(LOGIN, form)
    assert "Type your password again, and the code that your app shows." in page.text
    assert "That code is not right" in browser.post(LOGIN, {**form, "code": "1"}).text
    answer = browser.post(LOGIN, {**form, "code": recovery, "next": INDEX})
    assert (answer.status_code, answer.url) == (302, INDEX)
    assert browser.get(INDEX).status_code == 200


def test_a_session_of_before_the_codes_ends(new_reviewer, reviewer):
    elsewhere = Client()
    elsewhere.force_login(reviewer)
    set_up(new_reviewer, reviewer)
    assert elsewhere.get(INDEX).url == LOGIN


def test_a_change_of_codes_needs_the_password(new_reviewer, reviewer):
    set_up(new_reviewer, reviewer)
    wrong = new_reviewer.post(CHANGE, {"name": "recovery", "password": "guess"})
    assert (wrong.status_code, "That is not your password." in wrong.text) == (422, True)
    page = new_reviewer.post(CHANGE, {"name": "recovery", "password": PASSWORD})
    assert len(re.findall(r"<li><code>", page.text)) == 10
    assert new_reviewer.post(CHANGE, {"name": "replace", "password": PASSWORD}).url == CODES
    assert "<svg" in new_reviewer.get(CODES).text


def test_who_must_have_codes_cannot_switch_them_off(new_reviewer, reviewer):
    set_up(new_reviewer, reviewer)
    sent = {"name": "off", "password": PASSWORD}
    assert new_reviewer.post(CHANGE, sent).status_code == 403
    assert has_codes(reviewer)


def test_an_editor_switches_them_on_and_off(at_editor, editor):
    editor.set_password(PASSWORD)
    editor.save()
    at_editor.force_login(editor)
    set_up(at_editor, editor)
    answer = at_editor.post(CHANGE, {"name": "off", "password": PASSWORD})
    assert answer.url == CODES
    assert not has_codes(editor)


def test_where_they_are_switched_off_an_editor_has_no_such_page(at_editor, settings):
    settings.EDITORS_CODES = "off"
    assert at_editor.get(CODES).status_code == 403


def test_a_key_that_was_never_offered_sets_up_nothing(at_editor):
    assert at_editor.post(SET_UP, {"code": "123456"}).url == CODES
    assert not TOTPDevice.objects.filter(key=KEY).exists()
