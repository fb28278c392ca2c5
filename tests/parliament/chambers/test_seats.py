from __future__ import annotations

from datetime import date, timedelta

import pytest

from parliament.chambers.facts_on_day import FactsOnDay
from parliament.chambers.seats import Seats
from parliament.models import Way
from tests import factories

pytestmark = pytest.mark.django_db


def test_every_day_of_the_two_chambers_has_an_answer(standing):
    """Settled with a number, or unsettled with both neighbours: never nothing."""
    for key in ("senate", "majilis"):
        compositions = standing(key, "2000-01-01").history.compositions
        day = date(1995, 12, 9)
        while day < date(2026, 7, 1):
            seats = Seats(FactsOnDay(compositions, day))
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
    compositions = standing("senate", "1996-06-01").history.compositions
    seats = Seats(FactsOnDay([compositions[0], compositions[0]], date(1996, 6, 1)))
    assert seats.fact is None
    assert not seats.is_settled


def composed(seats, start="2000-01-01", end="..", aspect="composition"):
    """A fact on a composition with one part, of ``seats`` elected members."""
    part = factories.SeatPartFactory(
        way=Way.ELECTED,
        seats=seats,
        composition__fact__aspect=aspect,
        composition__fact__start=start,
        composition__fact__end=end,
    )
    return part.composition.fact


def on(day, *facts):
    return Seats(FactsOnDay(facts, date.fromisoformat(day)))


def test_the_neighbours_are_the_nearest_settled_numbers():
    older = composed(10, "1990-01-01", "1995-01-01")
    before = composed(20, "1995-01-01", "2000-01-01")
    unsettled = composed(None, "2000-01-01", "2005-01-01")
    after = composed(30, "2005-01-01", "2010-01-01")
    newer = composed(40, "2010-01-01")
    seats = on("2003-01-01", older, before, unsettled, after, newer)
    assert (seats.fact, seats.number) == (unsettled, None)
    assert (seats.before, seats.after) == (before, after)
    assert on("1990-01-01", older, before).before is None
    assert on("2000-01-01", older, before).after is None


def test_the_law_counts_where_no_members_are_chosen():
    law = composed(145, aspect="composition-in-law")
    seats = on("2000-06-01", law)
    assert seats.fact is None
    assert seats.fact_or_law == seats.in_law == seats.law == law
    assert seats.all_members == 145


def test_members_that_are_chosen_count_before_the_law():
    chosen, law = composed(47), composed(50, aspect="composition-in-law")
    seats = on("2000-06-01", chosen, law)
    assert seats.fact_or_law == chosen
    assert seats.all_members == 47


def test_an_open_number_leaves_that_of_the_law():
    chosen, law = composed(None), composed(50, aspect="composition-in-law")
    seats = on("2000-06-01", chosen, law)
    assert seats.fact_or_law == chosen
    assert seats.all_members == 50
    assert on("2000-06-01", chosen).all_members is None


def test_a_rule_in_law_that_counts_no_seats_is_only_told():
    rule = factories.FactFactory(aspect="composition-in-law")
    seats = on("2000-06-01", rule)
    assert seats.law == rule
    assert seats.in_law is seats.fact_or_law is seats.all_members is None


@pytest.mark.parametrize(
    ("day", "is_dissolved"),
    [
        ("2007-06-19", False),
        ("2007-06-20", True),
        ("2007-08-17", True),
        ("2007-08-18", False),
    ],
)
def test_a_chamber_is_dissolved_until_new_members_are_chosen(standing, day, is_dissolved):
    assert (standing("majilis", day).seats.dissolved is not None) == is_dissolved
