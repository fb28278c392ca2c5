from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from web.charts.hemicycle import CENTRE_X, HEIGHT, WIDTH, hemicycle

groups = st.lists(
    st.tuples(st.sampled_from(["solid", "ring"]), st.integers(1, 120)),
    min_size=1,
    max_size=4,
)


def points(path):
    return [(int(x), int(y)) for x, y in re.findall(r"M(-?\d+) (-?\d+)h0", path)]


@given(groups)
def test_every_seat_is_drawn_once_inside_the_canvas(parts):
    chart = hemicycle(parts)
    assert chart.total == sum(count for _, count in parts)
    for wedge, (pattern, count) in zip(chart.wedges, parts, strict=True):
        seats = points(wedge.path)
        assert (wedge.pattern, wedge.count, len(seats)) == (pattern, count, count)
        assert all(0 <= x <= WIDTH and 0 <= y <= HEIGHT for x, y in seats)


@given(groups)
def test_a_spoke_stands_between_each_two_groups(parts):
    assert len(hemicycle(parts).spokes) == len(parts) - 1


def test_groups_stand_from_left_to_right():
    left, right = hemicycle([("solid", 20), ("ring", 20)]).wedges
    assert max(x for x, _ in points(left.path)) <= CENTRE_X + 1
    assert min(x for x, _ in points(right.path)) >= CENTRE_X - 1


def test_the_drawing_is_the_same_every_time():
    assert hemicycle([("solid", 40), ("ring", 7)]) == hemicycle(
        [("solid", 40), ("ring", 7)]
    )


@pytest.mark.parametrize("parts", [[], [("solid", 0)]])
def test_a_chamber_without_seats_cannot_be_drawn(parts):
    with pytest.raises(ValueError, match="without seats"):
        hemicycle(parts)
