"""The chart above the timeline, on a small world of its own."""

from __future__ import annotations

from datetime import date

import pytest

from facts.aspects import EventKind
from facts.events import begins
from pages.timeline_chart import HEAD, LANE, MARKS, ROW, RoughDates, timeline_chart
from tests import factories
from web.charts.lanes import Bar

pytestmark = pytest.mark.usefixtures("empty")
UNTIL = date(2026, 11, 22)


def event(start):
    return begins(factories.FactFactory(start=start), EventKind.LAW, ())


def chamber(start, end=".."):
    """An institution, and the fact that dates it."""
    fact = factories.ExistenceFactory(fact__start=start, fact__end=end).fact
    return factories.InstitutionFactory(subject=fact.subject), fact


def draw(events, *chambers, more=()):
    institutions = [institution for institution, _fact in chambers]
    facts = [*(fact for _institution, fact in chambers), *more]
    return timeline_chart(events, institutions, facts, UNTIL)


def test_nothing_is_drawn_where_nothing_happened():
    assert draw([]) is None


def test_the_axis_ends_with_the_year_of_the_last_day_that_sources_tell_of():
    assert draw([event("1995")]).scale.last == 2027
    assert draw([event("2030-05-01")]).scale.last == 2031


def test_what_is_older_than_the_chart_stands_at_its_left_edge():
    chart = draw([event("1938"), event("1995")])
    assert chart.is_cut
    assert chart.scale.first == 1995
    assert chart.marks[0].x == 0
    assert not draw([event("1995")]).is_cut
    assert not draw([event("1938")]).is_cut  # all that there is


def test_institutions_stand_below_one_another_as_they_began():
    later, earlier = chamber("2005"), chamber("1996", "2000")
    chart = draw([event("1995")], later, earlier, chamber("1940", "1950"))
    assert [track.institution for track in chart.tracks] == [earlier[0], later[0]]
    assert [track.y for track in chart.tracks] == [HEAD, HEAD + LANE]
    assert chart.tracks[0].x < chart.tracks[1].x
    assert chart.height == HEAD + 2 * LANE + ROW + MARKS  # a row for the year 1995


def test_a_name_that_would_not_fit_stands_at_the_right():
    chart = draw([event("1995")], chamber("1996"), chamber("2026-07-01"))
    assert [track.ends_near for track in chart.tracks] == [False, True]


def test_convocations_stand_in_the_order_of_their_numbers():
    hall = chamber("1996")
    facts = [
        factories.ConvocationFactory(
            number=number,
            fact__subject=hall[0].subject,
            fact__start=start,
            fact__end=end,
        ).fact
        for number, start, end in ((2, "2000", "2004"), (1, "1996", "2000"))
    ]
    other = factories.ConvocationFactory(fact__start="1996").fact
    (track,) = draw([event("1995")], hall, more=[*facts, other]).tracks
    assert [drawn.fact for drawn in track.sittings] == facts[::-1]
    first, second = track.sittings
    assert first.middle < second.middle
    widest = max(first.bars, key=lambda bar: bar.width)
    assert widest.x < first.middle < widest.x + widest.width


def test_a_fact_without_its_details_is_not_drawn():
    institution = factories.InstitutionFactory()
    bare = factories.FactFactory(subject=institution.subject, aspect="existence")
    assert draw([event("1995")], (institution, bare)).tracks == []


def test_rough_dates_are_hollow_bars_in_rows_that_do_not_touch():
    chart = draw([event(start) for start in ("1995-01-01", "[2000..2010]", "[2005..2008]")])
    first, second = chart.rough
    assert (len(first.bars), len(second.bars)) == (1, 1)
    assert second.y == first.y + ROW
    assert not first.bars[0].is_sure
    assert chart.marks_y > second.y


def test_the_bars_of_a_row_are_one_outline():
    bars = [Bar(1.5, 3, is_sure=False), Bar(8.0, 2.5, is_sure=False)]
    assert RoughDates(40, bars).outline == "M1.5 40h3v6h-3zM8.0 40h2.5v6h-2.5z"
