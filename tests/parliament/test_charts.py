"""Which facts are drawn, and how."""

from __future__ import annotations

from datetime import date

import pytest

from parliament.charts import PATTERNS, fact_lanes, number_chart, seat_chart, span_of
from parliament.models import Way
from tests import factories

pytestmark = pytest.mark.django_db


def test_every_way_to_a_seat_has_its_pattern():
    assert set(PATTERNS) == set(Way)


def test_the_seats_are_drawn_part_by_part():
    composition = factories.CompositionFactory()
    for way, seats in (("councils", 32), ("appointed", 7)):
        factories.SeatPartFactory(composition=composition, way=way, seats=seats)
    chart = seat_chart(composition)
    assert chart.total == 39
    assert [(wedge.pattern, wedge.count) for wedge in chart.wedges] == [
        ("solid", 32),
        ("ring", 7),
    ]


def test_seats_of_which_a_part_is_not_known_are_not_drawn():
    part = factories.SeatPartFactory(seats=None, composition__total=47)
    assert seat_chart(part.composition) is None


def numbers(standing, key):
    """The chart of a chamber of the site's content, as of its last day."""
    history = standing(key, "2026-06-30").history
    return number_chart(history.compositions, history.dissolutions, date(2026, 6, 30))


def test_the_numbers_of_the_senate_over_time(standing):
    chart = numbers(standing, "senate")
    assert [flat.value for flat in chart.flats] == [47, 39, 47, 49, 50]
    assert len(chart.doubts) == 2
    assert len(chart.risers) == 2
    assert chart.pauses == []


def test_the_numbers_of_the_majilis_with_its_dissolutions(standing):
    chart = numbers(standing, "majilis")
    assert [flat.value for flat in chart.flats] == [67, 77, 107, 98]
    assert len(chart.pauses) == 4


def test_a_chamber_with_one_number_has_no_line(standing):
    assert numbers(standing, "kurultai") is None
    assert number_chart([], [], date(2026, 6, 30)) is None


def test_what_held_on_the_day_is_marked_among_the_lanes():
    ended = factories.FactFactory(start="2000-01-01", end="2005-01-01")
    rough = factories.FactFactory(start="[2004-01-01..2005-01-01]")
    drawn = fact_lanes([ended, rough], date(2004, 6, 1))
    assert [(lane.what, lane.is_marked) for lane in drawn.lanes] == [
        (ended, True),
        (rough, False),
    ]
    assert drawn.scale.first_day <= date(2000, 1, 1)
    assert drawn.scale.last_day > date(2005, 1, 1)


def test_a_fact_spans_the_four_days_of_its_period():
    fact = factories.FactFactory(start="[1997-10-08..1999-12-01]", end="2007-08-29")
    span = span_of(fact)
    assert (span.start_earliest, span.start_latest) == (
        date(1997, 10, 8),
        date(1999, 12, 1),
    )
    assert span.end_earliest == span.end_latest == date(2007, 8, 29)
