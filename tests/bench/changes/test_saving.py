"""A draft that is saved: merged with what others wrote, or refused."""

from __future__ import annotations

import pytest

from bench.changes.beginning import begin_change
from bench.changes.drafts import apply_choices
from bench.changes.permissions import RefusedError
from bench.changes.saving import Clash, Saved, free_key, save_draft
from bench.models import Change
from content.models import Aim
from content.serialisers import SERIALISERS
from facts.blocks.writing import block_now
from facts.guard import writing
from facts.models import Fact, Passage
from tests import factories
from tests.bench.making_changes import (
    TERM,
    approved,
    begun,
    draft,
    next_value,
    saved,
)

pytestmark = pytest.mark.django_db


def test_two_editors_who_change_different_things_are_merged(editor, reviewer):
    change = begun(editor)
    save_draft(change.pk, editor, 1, draft(change, act_en="one"))
    done = save_draft(change.pk, reviewer, 1, draft(change, start="1998-10-08"))
    assert isinstance(done, Saved)
    assert [one.after for one in done.merged_in] == ["one"]
    change.refresh_from_db()
    assert (change.block["act_en"], change.block["start"]) == ("one", "1998-10-08")


def test_two_editors_who_change_the_same_thing_choose(editor, reviewer):
    change = begun(editor)
    save_draft(change.pk, editor, 1, draft(change, act_en="one"))
    clash = save_draft(change.pk, reviewer, 1, draft(change, act_en="two"))
    assert isinstance(clash, Clash)
    (collision,) = clash.collisions
    assert (collision.mine, collision.theirs) == ("two", "one")
    assert clash.who == editor
    for theirs, said in (({("act_en",): "one"}, "one"), ({}, "two")):
        settled = apply_choices(clash.draft, "facts", theirs)
        assert settled.block["act_en"] == said
    done = save_draft(change.pk, reviewer, clash.version, settled, clash.published_version)
    assert isinstance(done, Saved)


def test_a_draft_of_what_was_published_since_is_merged_with_it(editor, reviewer):
    change = begun(editor)
    factories.edit(Fact.objects.filter(key=TERM), act_en="published", version=7)
    clash = save_draft(change.pk, editor, 1, draft(change, act_en="mine"))
    assert isinstance(clash, Clash)
    assert (clash.collisions[0].theirs, clash.who, clash.published_version) == (
        "published",
        None,
        7,
    )
    mine = apply_choices(clash.draft, "facts", {})
    done = save_draft(change.pk, editor, clash.version, mine, clash.published_version)
    assert isinstance(done, Saved)
    change.refresh_from_db()
    approved(change, editor, reviewer)
    assert Fact.objects.get(key=TERM).act_en == "mine"


@pytest.mark.parametrize(
    ("fields", "why"),
    [
        ({"citations": []}, "no citation"),
        ({"start": "banana"}, "no date"),
        ({"start": "1994", "end": ".."}, "holds on the same days"),
    ],
)
def test_what_breaks_a_rule_is_not_saved(editor, fields, why):
    change = begun(editor, "kurultai-choice-list")
    if "end" in fields:
        other = block_now(SERIALISERS["facts"], "kurultai-choice-list")
        change = begin_change(editor, "facts", Aim.ADD, block={**other, "key": ""})
    with pytest.raises(RefusedError, match=why):
        save_draft(change.pk, editor, 1, draft(change, **fields))
    change.refresh_from_db()
    assert change.version == 1


def test_a_sentence_that_nobody_would_read_is_not_saved(editor):
    """A fact with details says what they make, whatever was typed beside them."""
    change = begun(editor)
    with pytest.raises(RefusedError, match="nobody would read"):
        save_draft(change.pk, editor, 1, draft(change, sentence_en="Six years."))


def test_a_correction_that_ends_a_fact_too_early_is_told_in_plain_words(editor):
    change = begun(editor, "kurultai-term")
    with pytest.raises(RefusedError) as refused:
        save_draft(change.pk, editor, 1, draft(change, end="1990"))
    assert "{" not in str(refused.value)


def test_a_passage_that_waited_is_used_with_the_fact_that_cites_it(editor, reviewer):
    passage = factories.PassageFactory(scope="later")
    change = begun(editor, "kurultai-choice-list")
    citations = [*change.block["citations"], {"passage": passage.key}]
    change = saved(change, editor, citations=citations)
    approved(change, editor, reviewer)
    assert Passage.objects.get(pk=passage.pk).scope == "cited"


@pytest.mark.parametrize("scope", ["cited", "out"])
def test_why_a_change_was_made_is_not_why_a_passage_is_out_of_scope(
    editor, reviewer, scope
):
    why = "A heading." if scope == "out" else ""
    passage = factories.PassageFactory(scope=scope, reason_en=why)
    change = begin_change(editor, "passages", Aim.CORRECT, key=passage.key)
    change = saved(change, editor, summary_en="In other words.", why="A slip.")
    change = approved(change, editor, reviewer)
    passage.refresh_from_db()
    assert (passage.summary_en, passage.reason_en) == ("In other words.", why)
    assert change.reason_en == "A slip."


def test_a_fact_that_got_its_end_meanwhile_is_not_ended_again(editor):
    block = next_value("kurultai-term", start="2030")
    change = begin_change(editor, "facts", Aim.REPLACE, block=block, ends="kurultai-term")
    factories.edit(Fact.objects.filter(key="kurultai-term"), end="2028")
    with pytest.raises(RefusedError, match="has an end already"):
        save_draft(change.pk, editor, 1, draft(change))


@pytest.mark.parametrize(
    ("start", "why"),
    [
        ("..", "Say from which day"),
        ("", "Say from which day"),
        ("2020", r"must begin after the old one did \("),
        ("banana", "no date we can read"),
    ],
)
def test_a_new_value_needs_a_day_on_which_the_old_one_can_end(editor, start, why):
    block = next_value("kurultai-term", start=start)
    change = begin_change(editor, "facts", Aim.REPLACE, block=block, ends="kurultai-term")
    with pytest.raises(RefusedError, match=why):
        save_draft(change.pk, editor, 1, draft(change))


def test_a_new_row_has_a_free_key_made_of_what_it_is_about():
    block = {"subject": "senate", "aspect": "note-remark", "start": "2026-11-23"}
    assert free_key("facts", block) == "senate-note-remark-2026-11-23"
    factories.FactFactory(key="senate-note-remark-2026-11-23")
    assert free_key("facts", block) == "senate-note-remark-2026-11-23-2"
    assert free_key("document", {"short_name_en": "A Page, 2026"}) == "a-page-2026"
    assert free_key("passages", {}) == "passages"


def test_a_key_that_a_row_or_an_open_change_has_is_refused(editor):
    block = {**next_value("kurultai-term", start="2030"), "key": TERM}
    change = begin_change(editor, "facts", Aim.ADD, block=block)
    with pytest.raises(RefusedError, match="already a row with this key"):
        save_draft(change.pk, editor, 1, draft(change))
    begun(editor, "kurultai-term")
    with writing():
        Change.objects.filter(key="kurultai-term").update(key="taken")
    with pytest.raises(RefusedError, match="has this key already"):
        save_draft(change.pk, editor, 1, draft(change, key="taken"))
