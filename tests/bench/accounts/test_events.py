"""What happened to accounts, and whom it keeps from approving for how long."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from bench.accounts.events import (
    HELD_FOR,
    held_until,
    holds,
    is_given,
    note,
    note_own_password,
    why_held,
)
from bench.models import AccountAct, AccountEvent

pytestmark = pytest.mark.django_db
START = datetime(2026, 11, 22, 10, tzinfo=UTC)
SECOND = timedelta(seconds=1)


@pytest.fixture(autouse=True)
def clock(set_clock):
    set_clock(START)
    return set_clock


def test_what_happened_is_kept_and_logged(reviewer, editor, caplog):
    note(reviewer, AccountAct.CHANGED, editor, "a → b")
    event = AccountEvent.objects.get()
    assert (event.account, event.who, event.at) == (reviewer, editor, START)
    assert str(event) == "reviewer: changed"
    assert "Account 'reviewer': changed by editor. 'a → b'" in caplog.text


def test_a_line_break_in_a_name_forges_no_line_of_the_log(reviewer, caplog):
    note(reviewer, AccountAct.CHANGED, None, "a\nforged line")
    assert "\nforged line" not in caplog.text


def test_who_has_a_password_of_another_person_approves_nothing(reviewer, clock):
    assert why_held(reviewer) == ""
    note(reviewer, AccountAct.GIVEN, None)
    clock(START + 10 * HELD_FOR)
    assert is_given(reviewer)
    assert "Another person set the password" in why_held(reviewer)


def test_72_hours_after_she_replaced_it_she_may_approve(reviewer, clock):
    note(reviewer, AccountAct.GIVEN, None)
    note_own_password(reviewer)
    assert held_until(reviewer) == START + timedelta(hours=72)
    assert "It approves from 25 November 2026, 15:00 on." in why_held(reviewer)  # Almaty
    clock(START + timedelta(hours=72) - SECOND)
    assert why_held(reviewer)
    clock(START + timedelta(hours=72))
    assert why_held(reviewer) == ""


def test_a_password_of_her_own_that_she_changes_holds_nothing_up(reviewer):
    note_own_password(reviewer)
    assert not AccountEvent.objects.exists()
    assert why_held(reviewer) == ""


@pytest.mark.parametrize("act", [AccountAct.BY_LINK, AccountAct.CODES_TAKEN])
def test_what_lets_another_person_in_is_held_too(reviewer, act):
    note(reviewer, act, None)
    assert held_until(reviewer) == START + HELD_FOR


def test_the_worklist_names_whom_it_concerns(reviewer, editor):
    note(reviewer, AccountAct.GIVEN, editor)
    note(editor, AccountAct.MADE, None)
    (hold,) = holds()
    assert hold.account == reviewer
    assert hold.why == why_held(reviewer)
    reviewer.is_active = False
    reviewer.save()
    assert holds() == []
