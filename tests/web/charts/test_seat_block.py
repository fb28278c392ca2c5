from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from web.charts.seat_block import seat_block


@given(st.integers(1, 400))
def test_every_seat_has_a_place_of_its_own_inside(count):
    drawn = seat_block(count)
    places = re.findall(r"M(\d+) (\d+)h0", drawn.path)
    assert len(set(places)) == len(places) == count
    assert all(int(x) < drawn.width and int(y) < drawn.height for x, y in places)


def test_no_seats_cannot_be_drawn():
    with pytest.raises(ValueError, match="without seats"):
        seat_block(0)
