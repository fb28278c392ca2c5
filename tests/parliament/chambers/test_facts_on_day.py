"""Which facts of a kind held on a day, in a small world of its own."""

from __future__ import annotations

from datetime import date

import pytest

from parliament.aspects import CHAIR, CHOICE, COMPOSITION, DISSOLVED
from parliament.chambers.facts_on_day import FactsOnDay
from tests import factories

pytestmark = pytest.mark.django_db


def fact(aspect, start, end=".."):
    return factories.FactFactory(aspect=aspect, start=start, end=end)


def test_facts_are_sorted_by_kind_and_keep_their_order():
    first, rule, second = (
        fact("chair", "2000-01-01", "2001-01-01"),
        fact("choice-list", "2000-01-01"),
        fact("chair", "2001-01-01"),
    )
    facts = FactsOnDay([first, rule, second], date(2000, 6, 1))
    assert facts.of(CHAIR) == [first, second]
    assert facts.of(CHOICE) == [rule]
    assert facts.of(COMPOSITION) == []


def test_a_rule_in_law_is_no_composition():
    facts = FactsOnDay([fact("composition-in-law", "2000-01-01")], date(2000, 6, 1))
    assert facts.of(COMPOSITION) == []


def test_a_period_holds_from_its_first_day_to_the_day_before_its_end():
    dissolved = fact("dissolved", "2007-06-20", "2007-08-18")
    for day, held in ((19, None), (20, dissolved)):
        assert FactsOnDay([dissolved], date(2007, 6, day)).first_held(DISSOLVED) == held
    for day, held in ((17, [dissolved]), (18, [])):
        assert FactsOnDay([dissolved], date(2007, 8, day)).held(DISSOLVED) == held


def test_what_may_have_held_counts_only_where_nothing_is_certain():
    sure = fact("chair", "2000-01-01", "[2002-01-01..2002-12-31]")
    rough = fact("chair", "[2001-01-01..2003-01-01]", "2004-01-01")
    in_2001 = FactsOnDay([sure, rough], date(2001, 6, 1))
    assert in_2001.possible(CHAIR) == [sure, rough]
    assert in_2001.held(CHAIR) == in_2001.held_or_possible(CHAIR) == [sure]
    in_2002 = FactsOnDay([sure, rough], date(2002, 6, 1))
    assert in_2002.held(CHAIR) == []
    assert in_2002.held_or_possible(CHAIR) == [sure, rough]
