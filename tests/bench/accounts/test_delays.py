"""How wrong log-ins are slowed, and whom they do not slow."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from bench.accounts.delays import (
    FIRST,
    FORGOTTEN,
    FREE,
    LONGEST,
    MANY_NAMES,
    NONE,
    Attempt,
    delay_after,
    forget,
)
from bench.models import LoginDelay

pytestmark = pytest.mark.django_db
START = datetime(2026, 11, 22, 10, tzinfo=UTC)
ANNA = Attempt("anna", "192.0.2.1")


@pytest.fixture(autouse=True)
def clock(set_clock):
    """Set the clock so long after the start; the start is now."""

    def after(time):
        set_clock(START + time)

    after(NONE)
    return after


def fail(attempt, times):
    """So many wrong tries one after the other; how long the next one waits."""
    for _ in range(times):
        assert attempt.wait() == NONE
    return attempt.wait()


def test_the_first_tries_are_free_and_each_more_doubles_the_wait_up_to_a_limit():
    waits = [delay_after(wrong) for wrong in range(FREE + 12)]
    assert waits[:FREE] == [NONE] * FREE
    assert waits[FREE : FREE + 3] == [FIRST, 2 * FIRST, 4 * FIRST]
    assert waits[-1] == delay_after(10_000) == LONGEST


def test_after_the_free_tries_one_waits_and_waiting_is_not_a_try(clock):
    assert fail(ANNA, FREE) == FIRST
    clock(FIRST / 2)
    assert ANNA.wait() == FIRST / 2
    clock(FIRST)
    assert ANNA.wait() == NONE
    assert ANNA.wait() == 2 * FIRST


def test_another_name_or_another_place_does_not_wait():
    assert fail(ANNA, FREE) > NONE
    assert Attempt("berik", ANNA.address).wait() == NONE
    assert Attempt("anna", "192.0.2.2").wait() == NONE


def test_one_name_in_other_letters_is_the_same_name():
    assert fail(ANNA, FREE) > NONE
    assert Attempt("ANNA", ANNA.address).wait() > NONE
    assert Attempt("ａｎｎａ", ANNA.address).wait() > NONE


def test_her_own_browser_does_not_wait_for_a_guesser_at_her_address():
    assert fail(ANNA, FREE) > NONE
    assert Attempt("anna", ANNA.address, browser="hers").wait() == NONE


def test_who_was_right_begins_anew():
    for _ in range(FREE - 1):
        ANNA.wait()
    ANNA.passed()
    assert fail(ANNA, FREE) == FIRST


def test_wrong_tries_are_forgotten_after_a_day(clock):
    assert fail(ANNA, FREE) > NONE
    clock(FORGOTTEN + FIRST + timedelta(seconds=1))
    assert fail(ANNA, FREE) == FIRST
    assert LoginDelay.objects.count() == 1


def test_pupils_behind_one_address_do_not_wait_for_one_another():
    for number in range(30):
        pupil = Attempt(f"pupil-{number}", ANNA.address)
        assert pupil.wait() == NONE
        assert pupil.wait() == NONE
        pupil.passed()
    assert ANNA.wait() == NONE


def test_an_address_alone_is_slowed_after_many_names():
    for number in range(MANY_NAMES):
        assert Attempt(f"name-{number}", ANNA.address).wait() == NONE
    assert Attempt("first", ANNA.address).wait() == NONE  # and from now on
    assert Attempt("second", ANNA.address).wait() == FIRST
    assert Attempt("anna", ANNA.address, browser="hers").wait() == NONE
    assert Attempt("anna", "192.0.2.2").wait() == NONE


def test_codes_are_guessed_as_one_from_all_unknown_places():
    for number in range(FREE):
        assert Attempt("anna", f"192.0.2.{number}").wait_for_code() == NONE
    assert Attempt("anna", "198.51.100.1").wait_for_code() == FIRST
    assert Attempt("anna", "198.51.100.1", browser="hers").wait_for_code() == NONE


def test_a_link_or_a_new_password_ends_the_waiting_everywhere():
    for address in ("192.0.2.1", "192.0.2.2"):
        assert fail(Attempt("anna", address), FREE) > NONE
    forget("anna")
    assert Attempt("anna", "192.0.2.1").wait() == NONE
    assert Attempt("anna", "192.0.2.2").wait() == NONE


def test_no_name_and_no_address_is_kept():
    ANNA.wait()
    (row,) = LoginDelay.objects.values_list("name", "place")
    assert "anna" not in "".join(row)
    assert ANNA.address not in "".join(row)
