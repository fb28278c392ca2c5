"""How members came to their seats on a day."""

from __future__ import annotations

from datetime import date

import pytest

from parliament.chambers.facts_on_day import FactsOnDay
from parliament.chambers.seats import Seats
from parliament.chambers.selection import ACTS_OF_CHOICE, Selection
from parliament.models import Way

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("key", "day", "ways"),
    [
        ("senate", "2010-01-01", [("councils", 32), ("appointed", 15)]),
        ("majilis", "2001-01-01", [("district", 67), ("list", 10)]),
        ("majilis", "2010-01-01", [("list", 98), ("assembly", 9)]),
        ("majilis", "2024-01-01", [("list", 69), ("district", 29)]),
        ("kurultai", "2026-09-01", [("list", 145)]),
        ("senate", "2022-10-01", [("councils", 40), ("appointed", None)]),
    ],
)
def test_the_routes_to_the_seats_of_a_day(standing, key, day, ways):
    routes = standing(key, day).selection.routes
    assert [(route.part.way, route.part.seats) for route in routes] == ways
    for route in routes:
        assert route.rules
        assert (route.seats is None) == (route.part.seats is None)


def test_where_the_rule_is_not_settled_all_that_may_have_held_are_told(standing, see):
    councils, appointed = standing("senate", "2022-10-01").selection.routes
    assert len(councils.rules) == 1
    assert len(appointed.rules) == 2
    assert "the sources do not settle which" in see("/en/chambers/senate/?on=2022-10-01")


def test_rules_without_a_seat_of_their_own_are_told_beside(standing):
    rules = standing("majilis", "2013-01-01").selection.other_rules
    assert [fact.aspect for fact in rules] == ["choice-runner-up"]


@pytest.mark.parametrize(
    ("day", "ways"),
    [
        ("1997-01-01", ["choice-district"]),
        ("2005-01-01", ["choice-district", "choice-list"]),
        ("2010-01-01", ["choice-list", "choice-assembly", "choice-runner-up"]),
        ("2024-01-01", ["choice-list", "choice-district"]),
    ],
)
def test_the_rules_stand_in_the_order_of_the_seats(standing, day, ways):
    rules = standing("majilis", day).selection.rules
    assert [fact.aspect for fact in rules] == ways


def test_without_seats_there_is_no_route_and_every_rule_is_another(standing):
    facts = FactsOnDay(standing("majilis", "2013-01-01").selection.rules, date(2013, 1, 1))
    selection = Selection(facts, Seats(facts))
    assert selection.routes == []
    assert selection.other_rules == selection.rules != []


def test_of_every_way_it_is_said_who_does_what():
    assert set(ACTS_OF_CHOICE) == set(Way)
