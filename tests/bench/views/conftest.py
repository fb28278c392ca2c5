from __future__ import annotations

import pytest

from bench.changes.states import ChangeState
from tests.bench.making_changes import change_at


@pytest.fixture
def waiting(editor):
    """A change that waits for its review."""
    return change_at(ChangeState.REVIEW, editor)
