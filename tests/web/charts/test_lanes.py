from __future__ import annotations

from datetime import date

import pytest

from web.charts.lanes import THINNEST, Bar, Span, lanes
from web.charts.timescale import WIDTH

END = date(2026, 11, 22)


def bars(span):
    (lane,) = lanes([("it", [span])], END).lanes
    assert lane.what == "it"
    return lane.bars


def test_a_span_with_exact_ends_is_one_sure_bar():
    start, end = date(2000, 1, 1), date(2010, 1, 1)
    (bar,) = bars(Span(start, start, end, end))
    assert bar.is_sure
    assert bar.x == 0


def test_rough_ends_are_hollow_bars_beside_the_sure_one():
    sure, before, after = bars(
        Span(date(1997, 10, 8), date(1999, 12, 1), date(2007, 8, 29), date(2008, 1, 1))
    )
    assert [bar.is_sure for bar in (before, sure, after)] == [False, True, False]
    assert before.x + before.width == pytest.approx(sure.x)
    assert sure.x + sure.width == pytest.approx(after.x)


def test_what_happened_once_on_an_unknown_day_is_only_possible():
    (bar,) = bars(Span.within(date(2012, 1, 1), date(2016, 1, 1)))
    assert not bar.is_sure


def test_one_day_is_wide_enough_to_be_seen_and_sure():
    (bar,) = bars(Span.within(date(2023, 1, 15), date(2023, 1, 15)))
    assert bar == Bar(bar.x, THINNEST, is_sure=True)


def test_an_open_end_reaches_the_edge():
    (bar,) = bars(Span(date(2026, 7, 1), date(2026, 7, 1), date.max, date.max))
    assert bar.x + bar.width == pytest.approx(WIDTH)


def test_the_last_days_of_the_scale_still_fit():
    (bar,) = bars(Span.within(date(2026, 12, 31), date.max))
    assert bar.x + bar.width <= WIDTH


def test_a_lane_whose_subject_is_marked_says_so():
    span = Span.within(date(2000, 1, 1), date(2000, 1, 1))
    drawn = lanes([("it", [span]), ("other", [span])], END, marked={"other"}).lanes
    assert [lane.is_marked for lane in drawn] == [False, True]


def test_a_lane_may_hold_several_spans():
    day, other = date(2000, 1, 1), date(2010, 1, 1)
    (lane,) = lanes([("it", [Span.within(day, day), Span.within(other, other)])], END).lanes
    assert [bar.x for bar in lane.bars] == sorted({bar.x for bar in lane.bars})
    assert len(lane.bars) == 2


def test_the_years_are_upright_lines_through_every_lane():
    drawn = lanes([("it", [Span.within(date(2001, 1, 1), date(2002, 6, 1))])], END)
    first, second = drawn.scale.ticks[:2]
    assert drawn.grid.startswith(f"M{first.x} 0v{drawn.height}M{second.x} 0v{drawn.height}")
    assert drawn.grid.count("M") == len(drawn.scale.ticks)
