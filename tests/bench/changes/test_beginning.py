"""How changes begin, and how they go back before another."""

from __future__ import annotations

import pytest
from django.urls import reverse

from bench.changes.beginning import begin_change, go_back
from bench.changes.permissions import RefusedError
from bench.models import Change
from content.models import Aim
from content.serialisers import SERIALISERS
from facts.blocks.writing import block_now
from facts.models import Fact, Passage
from tests import factories
from tests.bench.making_changes import approved, begun, next_value, saved

pytestmark = pytest.mark.django_db


def test_one_row_has_one_open_change(editor, reviewer):
    assert begun(editor) == begun(reviewer)


@pytest.mark.parametrize("first", [Aim.CORRECT, Aim.REPLACE])
def test_a_correction_and_a_new_value_of_one_fact_are_one_change(editor, reviewer, first):
    key = "kurultai-term"
    wanted = {
        Aim.CORRECT: {"key": key},
        Aim.REPLACE: {"ends": key, "block": next_value(key, start="2026-12-01")},
    }
    other = Aim.REPLACE if first == Aim.CORRECT else Aim.CORRECT
    change = begin_change(editor, "facts", first, **wanted[first])
    assert begin_change(reviewer, "facts", other, **wanted[other]) == change


def test_a_fact_that_has_its_end_is_not_ended_by_a_new_value(at_editor, editor):
    key = "senate-seats-2007"
    with pytest.raises(RefusedError, match="has an end already"):
        begin_change(editor, "facts", Aim.REPLACE, block={}, ends=key)
    fact = Fact.objects.get(key=key)
    page = at_editor.get(reverse("admin:facts_fact_change", args=[fact.pk])).text
    assert "Correct it" in page
    assert "New value from a day" not in page
    fact = Fact.objects.get(key="kurultai-term")
    page = at_editor.get(reverse("admin:facts_fact_change", args=[fact.pk])).text
    assert "New value from a day" in page


def test_a_new_value_ends_the_old_one_and_going_back_restores_both(editor, reviewer):
    serialiser = SERIALISERS["facts"]
    before = block_now(serialiser, "kurultai-choice-threshold")
    block = {
        **{name: before[name] for name in ("subject", "aspect", "citations")},
        "start": "2026-11-23",
        "sentence_en": "The threshold is 7%.",
    }
    change = begin_change(
        editor, "facts", Aim.REPLACE, block=block, ends="kurultai-choice-threshold"
    )
    change = approved(saved(change, editor), editor, reviewer)
    old = Fact.objects.get(key="kurultai-choice-threshold")
    new = Fact.objects.get(key=change.key)
    assert (old.end, new.start, new.end) == ("2026-11-23", "2026-11-23", "..")
    back = go_back(change, editor)
    approved(saved(back, editor, why="It was a test."), editor, reviewer)
    new.refresh_from_db()
    assert new.state == "retired"
    assert block_now(serialiser, "kurultai-choice-threshold") == before
    again = go_back(Change.objects.get(pk=back.pk), editor)
    approved(saved(again, editor, why="It was none."), editor, reviewer)
    new.refresh_from_db()
    assert new.state == "published"


def test_a_passage_that_was_added_is_taken_out_again(editor, reviewer):
    block = block_now(SERIALISERS["passages"], "senate-article-history-1")
    block |= {"key": "", "scope": "later"}
    change = begin_change(editor, "passages", Aim.ADD, block=block)
    change = approved(saved(change, editor), editor, reviewer)
    approved(saved(go_back(change, editor), editor), editor, reviewer)
    assert not Passage.objects.get(key=change.key).is_published


def test_going_back_keeps_what_was_corrected_meanwhile_in_the_old_value(editor, reviewer):
    key, old = "kurultai-choice-threshold", SERIALISERS["facts"]
    before = block_now(old, key)
    block = {name: before[name] for name in ("subject", "aspect", "citations")}
    block |= {"start": "2026-11-23", "sentence_en": "The threshold is 7%."}
    change = begin_change(editor, "facts", Aim.REPLACE, block=block, ends=key)
    change = approved(saved(change, editor), editor, reviewer)
    back = saved(go_back(change, editor), editor)
    factories.edit(Fact.objects.filter(key=key), act_en="corrected meanwhile", version=9)
    approved(saved(back, editor), editor, reviewer)
    assert block_now(old, key) == {**before, "act_en": "corrected meanwhile"}


def test_going_back_waits_for_a_new_value_that_is_open(editor, reviewer):
    key = "kurultai-term"
    change = saved(begun(editor, key), editor, act_en="another act")
    change = approved(change, editor, reviewer)
    block = next_value(key, start="2026-12-01")
    begin_change(editor, "facts", Aim.REPLACE, block=block, ends=key)
    with pytest.raises(RefusedError, match="is open"):
        go_back(change, editor)


def test_what_goes_back_beside_another_row_is_open_too(editor, reviewer):
    key = "kurultai-term"
    block = next_value(key, start="2026-12-01")
    change = begin_change(editor, "facts", Aim.REPLACE, block=block, ends=key)
    change = approved(saved(change, editor), editor, reviewer)
    back = go_back(change, editor)
    assert begun(reviewer, key) == back


def test_nobody_goes_back_twice_before_the_same_change(at_editor, editor, reviewer):
    change = saved(begun(editor), editor, act_en="another act")
    change = approved(change, editor, reviewer)
    address = reverse("admin:bench_change_change", args=[change.pk])
    assert "Go back" in at_editor.get(address).text
    back = saved(go_back(change, editor), editor)
    back = approved(back, editor, reviewer)
    assert "Go back" not in at_editor.get(address).text
    with pytest.raises(RefusedError, match="already"):
        go_back(change, editor)
    assert go_back(back, editor).block["act_en"] == "another act"
