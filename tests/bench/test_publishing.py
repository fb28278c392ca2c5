"""A change from its draft to its publication, and back; whoever asks, and by what path."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import User
from django.db import IntegrityError, transaction
from django.urls import reverse

from bench.changes.beginning import begin_change, go_back
from bench.changes.drafts import apply_choices
from bench.changes.moves import move_change
from bench.changes.saving import Clash, Saved, save_draft
from bench.changes.states import ChangeState, RefusedError
from bench.models import Change, Draft
from content.models import Aim
from content.serialisers import SERIALISERS
from facts.blocks.writing import block_now
from facts.models import Fact, Passage
from tests import factories

pytestmark = pytest.mark.django_db
TERM = "senate-term-1998"


def begun(editor, key=TERM, aim=Aim.CORRECT):
    return begin_change(editor, "facts", aim, key=key)


def draft(change, why="A slip.", on="", **fields):
    return Draft({**change.block, **fields}, why, on)


def saved(change, who, **fields):
    done = save_draft(change.pk, who, change.version, draft(change, **fields))
    assert isinstance(done, Saved)
    change.refresh_from_db()
    return change


def approved(change, editor, reviewer):
    move_change(change.pk, editor, "send")
    return move_change(change.pk, reviewer, "approve")


def test_a_correction_shows_only_when_somebody_else_approved_it(editor, reviewer):
    change = saved(begun(editor), editor, act_en="another act")
    fact = Fact.objects.get(key=TERM)
    old = fact.act_en
    move_change(change.pk, editor, "send")
    fact.refresh_from_db()
    assert fact.act_en == old
    change = move_change(change.pk, reviewer, "approve")
    fact.refresh_from_db()
    assert (fact.act_en, fact.version) == ("another act", 2)
    assert change.state == ChangeState.PUBLISHED
    assert [step.name for step in change.steps.all()] == [
        "save",
        "save",
        "send",
        "approve",
        "publish",
    ]


def test_nobody_approves_what_she_wrote_any_of(editor, reviewer):
    change = saved(begun(editor), editor, act_en="one")
    saved(change, reviewer, act_en="two")
    move_change(change.pk, editor, "send")
    for who in (editor, reviewer):
        with pytest.raises(RefusedError):
            move_change(change.pk, who, "approve")
    boss = User.objects.create_superuser("boss")
    own = saved(begun(boss, "majilis-term-1995"), boss, act_en="mine")
    move_change(own.pk, boss, "send")
    with pytest.raises(RefusedError, match="somebody else"):
        move_change(own.pk, boss, "approve")


def test_the_database_too_refuses_an_author_who_approves(editor):
    from facts.guard import writing

    change = begun(editor)
    with pytest.raises(IntegrityError), transaction.atomic(), writing():
        Change.objects.filter(pk=change.pk).update(approver=editor)


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


def test_only_a_fact_that_was_added_can_be_taken_out_again(at_editor, editor, reviewer):
    block = block_now(SERIALISERS["passages"], "senate-article-history-1")
    block |= {"key": "", "scope": "later"}
    change = begin_change(editor, "passages", Aim.ADD, block=block)
    change = approved(saved(change, editor), editor, reviewer)
    with pytest.raises(RefusedError, match="a fact that was added"):
        go_back(change, editor)
    page = at_editor.get(reverse("admin:bench_change_change", args=[change.pk]))
    assert "Go back" not in page.text


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


def test_what_changed_after_sending_is_not_overwritten(editor, reviewer):
    change = saved(begun(editor), editor, act_en="mine")
    move_change(change.pk, editor, "send")
    factories.edit(Fact.objects.filter(key=TERM), act_en="published", version=7)
    with pytest.raises(RefusedError, match="changed since"):
        move_change(change.pk, reviewer, "approve")
    assert Fact.objects.get(key=TERM).act_en == "published"


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


def test_retiring_needs_a_reason(editor, reviewer):
    change = begun(editor, "kurultai-choice-list", Aim.RETIRE)
    change = saved(change, editor, why="")
    with pytest.raises(RefusedError, match="Say why"):
        move_change(change.pk, editor, "send")
    approved(saved(change, editor, why="It was repealed."), editor, reviewer)
    assert Fact.objects.get(key="kurultai-choice-list").state == "retired"


def test_one_row_has_one_open_change(editor, reviewer):
    assert begun(editor) == begun(reviewer)


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


def next_value(key, **fields):
    block = block_now(SERIALISERS["facts"], key)
    kept = ("subject", "aspect", "sentence_en", "term", "citations")
    return {name: block[name] for name in kept if name in block} | fields


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


def test_a_correction_that_ends_a_fact_too_early_is_told_in_plain_words(editor):
    change = begun(editor, "kurultai-term")
    with pytest.raises(RefusedError) as refused:
        save_draft(change.pk, editor, 1, draft(change, end="1990"))
    assert "{" not in str(refused.value)


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
