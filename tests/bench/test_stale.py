"""Pages kept open while the change moved on: nothing is lost, nothing slips through."""

from __future__ import annotations

import pytest
from django.urls import reverse

from bench import publishing
from bench.models import Change
from bench.rules import State
from tests.bench.test_editing import values_of
from tests.bench.world import change_at, snapshot

pytestmark = pytest.mark.django_db


def page_of(change):
    return reverse("admin:bench_change_change", args=[change.pk])


@pytest.mark.parametrize("move", ["send", "drop"])
def test_what_was_typed_stays_when_somebody_else_moved_the_draft(
    at_editor, editor, reviewer, move
):
    change = change_at(State.DRAFT, reviewer)
    values = values_of(at_editor.get(page_of(change)))
    publishing.move(change.pk, reviewer, move, "because")
    before = snapshot()
    for sent in ({}, {"send": "1"}, {"row-start": "banana"}):
        typed = values | {"row-act_en": "typed at length"} | sent
        page = at_editor.post(page_of(change), typed)
        assert page.status_code == 422
        assert "typed at length" in page.text
        assert "Nothing is saved" in page.text
        assert "Take back</button>" not in page.text
    assert snapshot() == before


def test_what_was_typed_can_be_saved_once_it_is_a_draft_again(at_editor, editor, reviewer):
    change = change_at(State.DRAFT, reviewer)
    values = values_of(at_editor.get(page_of(change)))
    publishing.move(change.pk, reviewer, "send")
    page = at_editor.post(page_of(change), values | {"row-act_en": "typed at length"})
    again = values_of(page)
    publishing.move(change.pk, editor, "take-back")
    assert at_editor.post(page_of(change), again).status_code == 302
    assert Change.objects.get().block["act_en"] == "typed at length"
