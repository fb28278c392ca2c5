"""Which facts are drawn, and how."""

from __future__ import annotations

from datetime import date

import pytest

from parliament.chambers.fetching import facts_of, institutions
from parliament.chambers.standing import Standing
from parliament.charts import number_chart, other_rules, seat_routes

pytestmark = pytest.mark.django_db


def standing(key, *day):
    institution = next(one for one in institutions() if one.subject.key == key)
    facts = facts_of([institution.subject])[institution.subject_id]
    return Standing(institution, facts, date(*day))


def test_the_numbers_of_the_senate_over_time():
    chart = number_chart(standing("senate", 2026, 6, 30))
    assert [flat.value for flat in chart.flats] == [47, 39, 47, 49, 50]
    assert len(chart.doubts) == 2
    assert len(chart.risers) == 2
    assert chart.pauses == []


def test_the_numbers_of_the_majilis_with_its_dissolutions():
    chart = number_chart(standing("majilis", 2026, 6, 30))
    assert [flat.value for flat in chart.flats] == [67, 77, 107, 98]
    assert len(chart.pauses) == 4


def test_a_chamber_with_one_number_has_no_line():
    assert number_chart(standing("kurultai", 2026, 9, 1)) is None


@pytest.mark.parametrize(
    ("key", "day", "ways"),
    [
        ("senate", (2010, 1, 1), [("councils", 32), ("appointed", 15)]),
        ("majilis", (2001, 1, 1), [("district", 67), ("list", 10)]),
        ("majilis", (2010, 1, 1), [("list", 98), ("assembly", 9)]),
        ("majilis", (2024, 1, 1), [("list", 69), ("district", 29)]),
        ("kurultai", (2026, 9, 1), [("list", 145)]),
        ("senate", (2022, 10, 1), [("councils", 40), ("appointed", None)]),
    ],
)
def test_the_roads_to_the_seats_of_a_day(key, day, ways):
    found = seat_routes(standing(key, *day))
    assert [(road.part.way, road.part.seats) for road in found] == ways
    for road in found:
        assert road.rules
        assert (road.seats is None) == (road.part.seats is None)


def test_where_the_rule_is_not_settled_all_that_may_have_held_are_told(see):
    councils, appointed = seat_routes(standing("senate", 2022, 10, 1))
    assert len(councils.rules) == 1
    assert len(appointed.rules) == 2
    assert "the sources do not settle which" in see("/en/chambers/senate/?on=2022-10-01")


def test_rules_without_a_seat_of_their_own_are_told_beside():
    found = other_rules(standing("majilis", 2013, 1, 1))
    assert [fact.aspect for fact in found] == ["choice-runner-up"]
