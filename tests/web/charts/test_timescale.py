from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from web.charts.timescale import MOST_COLUMNS, WIDTH, scale_over

days = st.dates(date(1938, 1, 1), date(2027, 12, 31))


@given(st.lists(days, min_size=1))
def test_a_scale_holds_every_day_inside_its_round_years(listed):
    scale = scale_over([*listed, date.min, date.max])
    assert scale.first <= min(listed).year
    assert scale.last > max(listed).year
    assert scale.first % scale.step == scale.last % scale.step == 0
    assert 1 <= len(scale.ticks) <= MOST_COLUMNS


@given(days, days)
def test_a_later_day_stands_further_right(day, other):
    scale = scale_over([date(1938, 1, 1), date(2027, 1, 1)])
    first, last = sorted([day, other])
    assert scale.x(first) <= scale.x(last)
    if (last - first).days > 365:
        assert scale.x(first) < scale.x(last)


def test_open_ends_stand_at_the_edges():
    scale = scale_over([date(1995, 12, 5), date(2026, 7, 1)])
    assert (scale.first, scale.last, scale.step) == (1995, 2030, 5)
    assert (scale.x(date.min), scale.x(date.max)) == (0, WIDTH)
    assert [tick.year for tick in scale.ticks] == [1995, 2000, 2005, 2010, 2015, 2020, 2025]


def test_a_scale_needs_a_day():
    with pytest.raises(ValueError, match="needs a day"):
        scale_over([date.max])
