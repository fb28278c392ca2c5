from __future__ import annotations

import pytest

from elections.votes.around import FactsAround
from facts.periods import parse_bound
from parliament.aspects import COMPOSITION, TERM
from tests import factories

pytestmark = pytest.mark.django_db


def facts_of(*periods):
    """Facts on one thing, one for each period; they need no details here."""
    return [
        factories.FactFactory(aspect="composition", start=start, end=end)
        for start, end in periods
    ]


@pytest.mark.parametrize(
    ("day", "places"),
    [
        ("1999-10-10", [0]),
        ("2004-09-19", [1]),
        ("2004-01", [0, 1]),
        ("1994", []),
    ],
)
def test_what_held_on_the_day_is_sure_or_else_all_that_may_have_held(empty, day, places):
    facts = facts_of(("1995-12-05", "2004-01-15"), ("2004-01-15", ".."))
    around = FactsAround(facts, parse_bound(day, "start"))
    assert around.on_day(COMPOSITION) == [facts[place] for place in places]


def test_a_sure_fact_leaves_no_room_for_a_possible_one(empty):
    sure, possible = facts_of(("1995", ".."), ("[2000-01-01..2010-01-01]", ".."))
    around = FactsAround([sure, possible], parse_bound("2004-09-19", "start"))
    assert around.on_day(COMPOSITION) == [sure]
    assert around.of(COMPOSITION) == [sure, possible]
    assert around.on_day(TERM) == []
