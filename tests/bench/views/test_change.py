"""What becomes of the form of a change that is sent."""

from __future__ import annotations

import pytest
from django.urls import reverse

from bench.changes.moves import move_change
from bench.changes.states import ChangeState
from bench.models import Change
from facts.models import Fact
from tests.bench.form_pages import address_of, opened, values_of
from tests.bench.making_changes import TERM, change_at
from tests.bench.snapshots import snapshot

pytestmark = pytest.mark.django_db


def test_an_edit_by_form_and_its_review(at_editor, at_reviewer):
    address = opened(at_editor)
    values = values_of(at_editor.get(address))
    values |= {"row-act_en": "another act", "head-reason_en": "A slip.", "send": "1"}
    assert at_editor.post(address, values).status_code == 302
    change = Change.objects.get()
    assert change.state == ChangeState.REVIEW
    page = at_reviewer.get(address)
    assert "another act" in page.text
    assert "Approve" in page.text
    assert "Approve" not in at_editor.get(address).text
    move = reverse("admin:bench_move", args=[change.pk])
    assert at_editor.post(move, {"name": "approve"}).status_code == 403
    approve = {"name": "approve", "version": change.version}
    assert at_reviewer.post(move, approve).status_code == 302
    assert Fact.objects.get(key=TERM).act_en == "another act"
    page = at_editor.get(address)
    assert "Go back to what it said before" in page.text


def test_what_cannot_be_read_stays_on_the_page(at_editor):
    address = opened(at_editor)
    values = values_of(at_editor.get(address))
    values |= {"row-start": "banana", "row-act_en": "typed at length"}
    page = at_editor.post(address, values)
    assert page.status_code == 422
    assert "typed at length" in page.text
    assert "no date we can read" in page.text


@pytest.mark.parametrize("move", ["send", "drop"])
def test_what_was_typed_stays_when_somebody_else_moved_the_draft(
    at_editor, editor, reviewer, move
):
    change = change_at(ChangeState.DRAFT, reviewer)
    values = values_of(at_editor.get(address_of(change)))
    move_change(change.pk, reviewer, move, "because")
    before = snapshot()
    for sent in ({}, {"send": "1"}, {"row-start": "banana"}):
        typed = values | {"row-act_en": "typed at length"} | sent
        page = at_editor.post(address_of(change), typed)
        assert page.status_code == 422
        assert "typed at length" in page.text
        assert "Nothing is saved" in page.text
        assert "Take back</button>" not in page.text
    assert snapshot() == before


def test_what_was_typed_can_be_saved_once_it_is_a_draft_again(at_editor, editor, reviewer):
    change = change_at(ChangeState.DRAFT, reviewer)
    values = values_of(at_editor.get(address_of(change)))
    move_change(change.pk, reviewer, "send")
    page = at_editor.post(address_of(change), values | {"row-act_en": "typed at length"})
    again = values_of(page)
    move_change(change.pk, editor, "take-back")
    assert at_editor.post(address_of(change), again).status_code == 302
    assert Change.objects.get().block["act_en"] == "typed at length"
