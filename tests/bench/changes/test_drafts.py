"""What a draft keeps on its way through leaves and blocks."""

from __future__ import annotations

import pytest
from django.urls import reverse

from bench.changes.drafts import (
    apply_choices,
    draft_at,
    draft_from_leaves,
    draft_leaves,
    keep_empty_details,
    replace_leaves,
    with_fixed_fields,
)
from bench.changes.permissions import RefusedError
from bench.changes.states import ChangeState
from bench.models import Change, Draft
from content.serialisers import SERIALISERS, ContentKind
from facts.blocks.blocks import ContentError, block_of, normal
from facts.models import Fact
from tests.bench.form_pages import opened, values_of
from tests.bench.making_changes import begun, drafted

pytestmark = pytest.mark.django_db


def test_details_without_any_text_can_be_written(at_editor, at_reviewer):
    address = opened(at_editor, "kurultai-existence")
    values = values_of(at_editor.get(address))
    values["row-existence-begun_by_en"] = ""
    why = {"head-reason_en": "No act is named.", "send": "1"}
    at_editor.post(address, {**values, **why})
    change = Change.objects.get()
    assert change.state == ChangeState.REVIEW
    move = reverse("admin:bench_move", args=[change.pk])
    at_reviewer.post(move, {"name": "approve", "version": change.version})
    fact = Fact.objects.get(key="kurultai-existence")
    assert fact.existence.begun_by_en == ""
    assert fact.says == "The Kurultai exists."
    block = block_of(fact, SERIALISERS[ContentKind.FACT])
    assert normal(block, SERIALISERS[ContentKind.FACT]) == block


FACT = {
    "key": "a-fact",
    "aspect": "composition",
    "composition": {"total": "9", "parts": [{"position": "1", "seats": "9"}]},
    "citations": [{"passage": "a-passage"}],
}


def test_a_draft_can_be_laid_flat_and_back():
    draft = Draft(FACT, "A slip.", "2026-11-30")
    leaves = draft_leaves(draft, "facts")
    assert leaves["composition", "total"] == "9"
    assert leaves["reason_en", ""] == "A slip."
    assert leaves["publish_on", ""] == "2026-11-30"
    assert draft_from_leaves(leaves, "facts") == draft


def test_a_reason_and_a_day_that_are_not_there_have_no_leaves():
    leaves = draft_leaves(Draft(FACT), "facts")
    assert not any("" in path for path in leaves)
    assert draft_from_leaves(leaves, "facts") == Draft(FACT)


def test_a_leaf_is_put_in_the_place_of_another_or_taken_away():
    leaves = {("a",): "1", ("b",): "2"}
    others = {("b",): "3", ("c",): "4", ("a",): None}
    assert replace_leaves(leaves, others) == {("b",): "3", ("c",): "4"}


def test_what_was_chosen_of_the_others_stands_in_the_draft():
    mine = Draft({"key": "a", "act_en": "mine", "start": "2000"}, "My reason.")
    theirs = {("act_en",): "theirs", ("start",): None, ("reason_en", ""): "Their reason."}
    chosen = apply_choices(mine, "facts", theirs)
    assert chosen == Draft({"key": "a", "act_en": "theirs"}, "Their reason.")


def test_nobody_types_the_state_of_a_row_nor_what_is_fixed_of_it(editor):
    change = begun(editor)
    change.block["state"] = "retired"
    forged = {**change.block, "state": "published", "key": "other", "aspect": "chair"}
    assert with_fixed_fields(change, Draft(forged)).block == change.block


def test_a_block_with_unknown_keys_is_refused(editor):
    change = begun(editor)
    with pytest.raises(ContentError, match="nothing is called"):
        with_fixed_fields(change, Draft({**change.block, "made_up": "x"}))


def test_details_that_an_aspect_needs_stay_where_nothing_stands_in_them():
    before = {"aspect": "existence", "existence": {"begun_by_en": "an act"}}
    block = {"aspect": "existence"}
    assert keep_empty_details(block, before) == {"aspect": "existence", "existence": {}}
    assert keep_empty_details(block, {}) == block
    assert keep_empty_details(before, before) == before
    # Nor do others come back: an aspect decides which details there may be.
    assert keep_empty_details({"aspect": "term"}, before) == {"aspect": "term"}


def test_an_earlier_version_is_what_the_form_held_then(editor):
    change = drafted(editor)
    first, second = draft_at(change, 1), draft_at(change, 2)
    assert second == change.draft
    assert first.block == change.before(change.name)
    with pytest.raises(RefusedError, match="no such version"):
        draft_at(change, 3)
