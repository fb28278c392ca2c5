from __future__ import annotations

import itertools
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from web.charts.clusters import APART, WIDTH, clusters, in_rows
from web.charts.lanes import Bar, Span, lanes_under
from web.charts.timescale import Scale

SCALE = Scale(1990, 2030, 5, 960)
days = st.dates(date(1930, 1, 1), date(2040, 1, 1))


def test_what_stands_close_together_shares_a_slot():
    found = clusters(
        [("a", date(1990, 1, 1)), ("b", date(1990, 12, 30)), ("c", date(1991, 2, 1))], SCALE
    )
    assert [(one.x, one.items) for one in found] == [(0, ["a", "b"]), (WIDTH, ["c"])]


@given(st.lists(days))
def test_everything_stands_in_one_slot_and_no_two_slots_overlap(found):
    gathered = clusters(((day, day) for day in sorted(found)), SCALE)
    assert [day for one in gathered for day in one.items] == sorted(found)
    edges = [one.x for one in gathered]
    assert all(one % WIDTH == 0 and 0 <= one <= SCALE.width - WIDTH for one in edges)
    assert edges == sorted(set(edges))


bars = st.builds(Bar, st.floats(0, 900), st.floats(1, 300), st.just(False))


@given(st.lists(bars))
def test_no_bar_covers_another_in_its_row(found):
    rows = in_rows(found)
    assert sorted(map(repr, (bar for row in rows for bar in row))) == sorted(
        map(repr, found)
    )
    for row in rows:
        for one, other in itertools.pairwise(row):
            assert one.x + one.width + APART <= other.x


@given(days, days)
def test_what_lies_outside_the_scale_is_not_drawn(one, other):
    start, end = sorted((one, other))
    end += timedelta(days=1)
    (lane,) = lanes_under(SCALE, [("it", [Span(start, start, end, end)])]).lanes
    inside = start < SCALE.last_day and end > SCALE.first_day
    assert bool(lane.bars) == inside
    for bar in lane.bars:
        assert bar.x >= 0
        assert bar.x + bar.width <= SCALE.width + 0.1
