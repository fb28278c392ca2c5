"""Links with which somebody chooses a password, from the keeper's hand to the log-in."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from django.test import Client

from bench.accounts.events import why_held
from bench.accounts.links import path_to_password
from bench.models import AccountAct, AccountEvent

pytestmark = pytest.mark.django_db
NEW = "a sentence that nobody guesses"


def choose(link, password=NEW):
    """Follow a link and choose a password there; the page that comes of it."""
    browser = Client()
    page = browser.get(link, follow=True)
    address = page.redirect_chain[-1][0] if page.redirect_chain else link
    return browser.post(
        address, {"new_password1": password, "new_password2": password}, follow=True
    )


def test_a_link_lets_its_holder_choose_a_password_once(reviewer):
    link = path_to_password(reviewer)
    assert "Your password is chosen." in choose(link).text
    reviewer.refresh_from_db()
    assert reviewer.check_password(NEW)
    assert "This link works no more" in choose(link, "another long sentence").text
    assert reviewer.check_password(NEW)


def test_the_link_is_noted_and_holds_up_approving(reviewer):
    choose(path_to_password(reviewer))
    assert AccountEvent.objects.get().act == AccountAct.BY_LINK
    assert why_held(reviewer)


@pytest.mark.parametrize(
    "password", ["short", "123456789012345", "password1234", "reviewer"]
)
def test_a_password_that_is_easy_to_guess_is_refused(reviewer, password):
    page = choose(path_to_password(reviewer), password)
    assert "Error:" in page.text
    reviewer.refresh_from_db()
    assert not reviewer.check_password(password)


def test_it_ends_after_three_days(reviewer, monkeypatch):
    link = path_to_password(reviewer)
    later = datetime.now() + timedelta(days=3, seconds=5)
    tokens = "django.contrib.auth.tokens.PasswordResetTokenGenerator._now"
    monkeypatch.setattr(tokens, lambda self: later)
    assert "This link works no more" in choose(link).text
