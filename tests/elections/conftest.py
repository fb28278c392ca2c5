from __future__ import annotations

import pytest

from tests.elections.building import make_amanat, make_vote


@pytest.fixture
def three(empty):
    """Three votes of three kinds and decades."""
    return [
        make_vote("late", day="2012-01-15"),
        make_vote("early", day="1999-10", kind="president"),
        make_vote("rough", day="[2009-12-01..2010-02-01]", kind="referendum"),
    ]


@pytest.fixture
def amanat(empty):
    return make_amanat()
