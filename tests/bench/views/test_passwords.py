"""Passwords that are changed, forgotten and sent a link for."""

from __future__ import annotations

import re

import pytest
from django.core import mail
from django.test import Client
from django.urls import reverse

from bench.accounts.delays import FREE
from bench.accounts.events import is_given, note, why_held
from bench.models import AccountAct
from tests.bench.conftest import logged_in

pytestmark = pytest.mark.django_db
RESET = reverse("admin:password_reset")
OLD, NEW = "a-Long-enough-1", "a sentence that nobody guesses"


@pytest.fixture
def mailing(settings):
    settings.EMAIL_URL = "smtp://mail.example.org"
    settings.ALLOWED_HOSTS = ["testserver"]


@pytest.fixture
def addressed(editor):
    editor.email = "editor@example.org"
    editor.set_password(OLD)
    editor.save()
    return editor


def test_without_mail_the_page_says_whom_to_ask():
    page = Client().get(RESET)
    assert "Ask whoever keeps the accounts for a one-time link." in page.text
    assert Client().post(RESET, {"email": "x@example.org"}).status_code == 405


def test_a_mail_brings_a_link_to_a_new_password(mailing, addressed):
    browser = Client()
    assert browser.post(RESET, {"email": "editor@example.org"}).status_code == 302
    (sent,) = mail.outbox
    assert "for the account editor" in sent.body
    link = re.search(r"http://testserver(/\S+)", sent.body)[1]
    form = browser.get(link, follow=True)
    address = form.redirect_chain[-1][0]
    browser.post(address, {"new_password1": NEW, "new_password2": NEW})
    addressed.refresh_from_db()
    assert addressed.check_password(NEW)


def test_a_stranger_learns_nothing_and_nobody_is_flooded(mailing, addressed):
    unknown = Client().post(RESET, {"email": "nobody@example.org"})
    known = [Client().post(RESET, {"email": "editor@example.org"}) for _ in range(2 * FREE)]
    assert {(one.status_code, one.url) for one in (unknown, *known)} == {
        (302, reverse("admin:password_reset_done"))
    }
    assert len(mail.outbox) == FREE


def test_replacing_a_password_of_another_person_starts_the_72_hours(reviewer):
    reviewer.set_password(OLD)
    reviewer.save()
    note(reviewer, AccountAct.GIVEN, None)
    form = {"old_password": OLD, "new_password1": NEW, "new_password2": NEW}
    answer = logged_in(reviewer).post(reverse("admin:password_change"), form)
    assert answer.status_code == 302
    assert not is_given(reviewer)
    assert "could have come into this account" in why_held(reviewer)
