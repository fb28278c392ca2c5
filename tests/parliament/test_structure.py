from __future__ import annotations

from datetime import date, timedelta

import pytest

from parliament.chambers.fetching import facts_of, institutions
from parliament.chambers.standing import Standing, StandingStatus, seats_on

pytestmark = pytest.mark.django_db


@pytest.fixture
def standing(db):
    found = {one.subject.key: one for one in institutions()}
    facts = facts_of(one.subject for one in found.values())

    def on(key, day):
        return Standing(found[key], facts[found[key].subject_id], date.fromisoformat(day))

    return on


@pytest.mark.parametrize(
    ("key", "day", "status"),
    [
        ("senate", "1995-08-29", StandingStatus.NOT_YET),
        ("senate", "1995-08-30", StandingStatus.PERHAPS),
        ("senate", "1995-12-05", StandingStatus.STANDS),
        ("senate", "2026-06-30", StandingStatus.STANDS),
        ("senate", "2026-07-01", StandingStatus.ENDED),
        ("kurultai", "2026-06-30", StandingStatus.NOT_YET),
        ("kurultai", "2026-07-01", StandingStatus.STANDS),
        ("supreme-soviet", "1938-06-01", StandingStatus.PERHAPS),
        ("supreme-soviet", "1995-03-11", StandingStatus.ENDED),
    ],
)
def test_how_an_institution_stands_to_a_day(standing, key, day, status):
    assert standing(key, day).status is status


def test_the_last_day(standing):
    assert standing("senate", "2000-01-01").last_day() == date(2026, 6, 30)
    assert standing("kurultai", "2026-09-01").last_day() is None


def test_every_day_of_the_two_chambers_has_an_answer(standing):
    """Settled with a number, or unsettled with both neighbours: never nothing."""
    for key in ("senate", "majilis"):
        history = standing(key, "2000-01-01").history
        day = date(1995, 12, 9)
        while day < date(2026, 7, 1):
            seats = seats_on(history, day)
            assert seats.is_settled or (seats.before and seats.after), (key, day)
            day += timedelta(days=1)


def test_what_is_known_of_an_unsettled_number(standing):
    seats = standing("senate", "2022-10-01").seats
    assert seats.number is None
    assert seats.by("councils") == 40
    assert seats.by("appointed") is None
    assert [fact.composition.seats for fact in seats.possible] == [50]
    seats = standing("senate", "1997-12-01").seats
    assert seats.by("councils") is None
    assert seats.by("appointed") == 7


def test_two_certain_compositions_settle_nothing(standing):
    found = standing("senate", "1996-06-01").history
    seats = seats_on([found[0], found[0]], date(1996, 6, 1))
    assert not seats.is_settled


@pytest.mark.parametrize(
    ("day", "ways"),
    [
        ("1997-01-01", ["choice-district"]),
        ("2005-01-01", ["choice-district", "choice-list"]),
        ("2010-01-01", ["choice-list", "choice-assembly", "choice-runner-up"]),
        ("2024-01-01", ["choice-list", "choice-district"]),
    ],
)
def test_how_deputies_were_chosen(standing, day, ways):
    assert [fact.aspect for fact in standing("majilis", day).choices] == ways
