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


def test_what_stands_close_together_shares_a_cluster():
    gathered = clusters(
        [("a", date(1990, 1, 1)), ("b", date(1990, 12, 30)), ("c", date(1991, 2, 1))], SCALE
    )
    assert [(cluster.x, cluster.items) for cluster in gathered] == [
        (0, ["a", "b"]),
        (WIDTH, ["c"]),
    ]


@given(st.lists(days))
def test_everything_stands_in_one_cluster_and_no_two_overlap(listed):
    gathered = clusters(((day, day) for day in sorted(listed)), SCALE)
    assert [day for cluster in gathered for day in cluster.items] == sorted(listed)
    edges = [cluster.x for cluster in gathered]
    assert all(edge % WIDTH == 0 and 0 <= edge <= SCALE.width - WIDTH for edge in edges)
    assert edges == sorted(set(edges))


bars = st.builds(Bar, st.floats(0, 900), st.floats(1, 300), st.just(False))


@given(st.lists(bars))
def test_no_bar_covers_another_in_its_row(listed):
    rows = in_rows(listed)
    assert sorted(map(repr, (bar for row in rows for bar in row))) == sorted(
        map(repr, listed)
    )
    for row in rows:
        for left, right in itertools.pairwise(row):
            assert left.x + left.width + APART <= right.x


@given(days, days)
def test_what_lies_outside_the_scale_is_not_drawn(day, other):
    start, end = sorted((day, other))
    end += timedelta(days=1)
    (lane,) = lanes_under(SCALE, [("it", [Span(start, start, end, end)])]).lanes
    inside = start < SCALE.last_day and end > SCALE.first_day
    assert bool(lane.bars) == inside
    for bar in lane.bars:
        assert bar.x >= 0
        assert bar.x + bar.width <= SCALE.width + 0.1
