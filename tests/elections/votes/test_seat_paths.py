from __future__ import annotations

import pytest

from elections.models import SystemKind
from elections.votes.seat_paths import WAYS, seat_path
from parliament.models import Way


def test_every_kind_of_system_has_its_paths():
    assert set(WAYS) == set(SystemKind.values)
    for kind, ways in WAYS.items():
        for way in ways:
            assert seat_path(kind, way, None, "").steps, (kind, way)


def test_a_threshold_bears_on_lists_alone():
    assert seat_path(SystemKind.MIXED, Way.LIST, 69, "5").threshold == "5"
    assert seat_path(SystemKind.MIXED, Way.DISTRICT, 29, "5").threshold == ""


@pytest.mark.parametrize(
    ("kind", "way", "is_whole", "fills_one"),
    [
        (SystemKind.SINGLE_MEMBER, Way.DISTRICT, True, True),
        (SystemKind.INDIRECT, Way.COUNCILS, True, True),
        (SystemKind.INDIRECT, Way.APPOINTED, True, False),
        (SystemKind.DIRECT, Way.ELECTED, True, True),
        (SystemKind.STATE_LIST, Way.ELECTED, False, False),
        (SystemKind.LIST, Way.LIST, True, False),
    ],
)
def test_a_path_is_whole_where_every_step_is_stated(kind, way, is_whole, fills_one):
    path = seat_path(kind, way, None, "")
    assert (path.is_whole, path.fills_one) == (is_whole, fills_one)
