from __future__ import annotations

from datetime import date

import pytest

from parliament.chambers.facts_on_day import FactsOnDay
from parliament.chambers.leaders import Leaders
from tests import factories

pytestmark = pytest.mark.django_db


def chaired(start, end, aspect="chair"):
    return factories.MembershipFactory(
        fact__aspect=aspect, fact__start=start, fact__end=end
    ).fact


def on(day, *facts):
    return Leaders(FactsOnDay(facts, date.fromisoformat(day)))


def test_one_chair_where_the_sources_name_the_day():
    first = chaired("2000-01-01", "[2004-01-01..2004-12-31]")
    second = chaired("2005-01-01", "..")
    assert on("2003-01-01", first, second).chair == [first]
    assert on("2005-01-01", first, second).chair == [second]


def test_all_who_may_have_chaired_where_the_day_of_the_change_is_not_known():
    first = chaired("2000-01-01", "[2004-01-01..2004-12-31]")
    second = chaired("[2004-01-01..2004-12-31]", "..")
    assert on("2004-06-01", first, second).chair == [first, second]


def test_nobody_where_no_source_names_the_day():
    assert on("1999-01-01", chaired("2000-01-01", "..")).chair == []


def test_a_deputy_is_named_only_where_that_is_certain():
    rau = chaired("2000-01-01", "[2004-01-01..2004-12-31]", "deputy-chair-albert-rau")
    assert on("2003-01-01", rau).deputy_chairs == [rau]
    assert on("2004-06-01", rau).deputy_chairs == []
    assert on("2003-01-01", rau).chair == []


def test_the_rule_for_the_chair_is_that_of_the_day():
    rule = factories.FactFactory(
        aspect="rule-for-chair", start="2000-01-01", end="2005-01-01"
    )
    assert on("2004-12-31", rule).rule_for_chair == rule
    assert on("2005-01-01", rule).rule_for_chair is None


def test_no_two_chairs_of_a_chamber_are_certain_on_one_day(standing):
    for key in ("senate", "majilis", "supreme-soviet"):
        chairs = standing(key, "2000-01-01").history.chairs
        assert chairs
        for chair in chairs:
            for other in chairs:
                assert chair == other or not chair.period.surely_overlaps(other.period)
