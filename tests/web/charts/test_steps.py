from __future__ import annotations

from datetime import date

import pytest

from web.charts.steps import FLOOR, Level, steps

SENATE = [
    Level(47, date(1995, 12, 5), date(1997, 10, 8)),
    Level(39, date(1999, 12, 1), date(2007, 8, 29)),
    Level(47, date(2007, 8, 29), date(2018, 10, 5)),
]


def test_the_line_stands_where_the_number_is_sure():
    chart = steps(SENATE, date(2026, 7, 1))
    assert [flat.value for flat in chart.flats] == [47, 39, 47]
    first, second, third = chart.flats
    assert first.y == third.y < second.y < FLOOR
    assert first.x2 < second.x1
    assert second.x2 == third.x1


def test_heights_are_in_proportion():
    chart = steps(SENATE, date(2026, 7, 1))
    high, low = FLOOR - chart.flats[0].y, FLOOR - chart.flats[1].y
    assert low / high == pytest.approx(39 / 47, abs=0.01)


def test_an_unsettled_stretch_is_a_field_between_its_neighbours():
    chart = steps(SENATE, date(2026, 7, 1))
    (doubt,) = chart.doubts
    first, second = chart.flats[:2]
    assert (doubt.x, doubt.y) == (first.x2, first.y)
    assert doubt.x + doubt.width == pytest.approx(second.x1)
    assert doubt.y + doubt.height == pytest.approx(second.y)


def test_a_change_on_a_known_day_is_a_riser():
    (riser,) = steps(SENATE, date(2026, 7, 1)).risers
    x, top, low = riser
    assert x == steps(SENATE, date(2026, 7, 1)).flats[2].x1
    assert top < low


def test_a_pause_lies_on_the_same_scale():
    days = (date(2007, 6, 21), date(2007, 8, 18))
    chart = steps(SENATE, date(2010, 1, 1), [days])
    (pause,) = chart.pauses
    assert pause.x == chart.scale.x(days[0])
    assert chart.marker == chart.scale.x(date(2010, 1, 1))


def test_nothing_cannot_be_drawn():
    with pytest.raises(ValueError, match="without numbers"):
        steps([], date(2026, 7, 1))
