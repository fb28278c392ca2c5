"""When a session of the bench ends."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from django.urls import reverse

from bench.accounts.sessions import LONGEST_PAUSE, LONGEST_SESSION

pytestmark = pytest.mark.django_db
START = datetime(2026, 11, 22, 10, tzinfo=UTC)
SECOND = timedelta(seconds=1)
INDEX = reverse("admin:index")


@pytest.fixture
def is_in(at_editor, set_clock):
    """Whether her browser is still logged in so long after the start."""

    def asks(after, address=INDEX, method="get"):
        set_clock(START + after)
        return getattr(at_editor, method)(address).status_code == 200

    assert asks(timedelta())
    return asks


def test_it_lasts_while_it_is_used_and_half_a_day_at_most(is_in):
    after = timedelta()
    while after + LONGEST_PAUSE < LONGEST_SESSION:
        after += LONGEST_PAUSE - SECOND
        assert is_in(after), after
    assert is_in(LONGEST_SESSION)
    assert not is_in(LONGEST_SESSION + SECOND)


def test_it_ends_when_nobody_asked_for_a_while(is_in):
    assert is_in(LONGEST_PAUSE)
    assert not is_in(2 * LONGEST_PAUSE + 2 * SECOND)


def test_an_open_form_asks_by_itself_and_keeps_nobody_logged_in(is_in):
    visit = reverse("admin:bench_visit", args=[1])
    is_in(LONGEST_PAUSE - SECOND, visit, "post")
    assert not is_in(LONGEST_PAUSE + SECOND)


def test_who_was_logged_out_logs_in_anew_and_loses_nothing_typed(at_editor, set_clock):
    set_clock(START)
    at_editor.get(INDEX)
    set_clock(START + LONGEST_SESSION + SECOND)
    answer = at_editor.get(INDEX)
    assert answer.url.startswith(reverse("admin:login"))
