"""What the pages of the bench have in common."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from django.urls import reverse

from bench.changes.moves import move_change
from bench.changes.states import ChangeState
from bench.models import Change
from bench.views import shared
from facts.guard import writing
from tests.bench.making_changes import change_at

pytestmark = pytest.mark.django_db
MIDNIGHT = datetime(2026, 11, 22, 19, tzinfo=UTC)  # Almaty is five hours ahead


@pytest.mark.parametrize("path", ["list", "page"])
def test_what_is_approved_as_midnight_passes_is_published(
    set_clock, editor, at_reviewer, monkeypatch, path
):
    """A worker has asked for the new day before the approval can be seen."""
    set_clock(MIDNIGHT - timedelta(seconds=1))
    change = change_at(ChangeState.REVIEW, editor)
    with writing():
        Change.objects.filter(pk=change.pk).update(publish_on=date(2026, 11, 23))
    move = move_change

    def move_slowly(*args):
        done = move(*args)
        set_clock(MIDNIGHT)
        return done

    monkeypatch.setattr(shared, "move_change", move_slowly)
    if path == "list":
        address = reverse("admin:bench_change_changelist")
        chosen = {"action": "approve", "_selected_action": [change.pk]}
        at_reviewer.post(address, {**chosen, f"read-{change.pk}": change.version})
    else:
        address = reverse("admin:bench_move", args=[change.pk])
        at_reviewer.post(address, {"name": "approve", "version": change.version})
    change.refresh_from_db()
    assert change.state == ChangeState.PUBLISHED
