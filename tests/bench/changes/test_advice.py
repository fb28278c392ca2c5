"""What is pointed out beside the fields, and that it stops nobody."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bench.changes.advice import LONG_SENTENCE as LONG
from bench.changes.advice import AdviceLevel, advice_on, sentences_of
from bench.changes.beginning import begin_change
from bench.changes.saving import Saved, save_draft
from bench.models import Change, Draft
from content.models import Aim
from content.serialisers import ContentKind
from tests import factories
from tests.conftest import TODAY

LONG_SENTENCE = " ".join(["word"] * (LONG + 1)) + "."


FACT = {
    "subject": "senate",
    "aspect": "note-remark",
    "start": "2000-01-01",
    "act_en": "a law",
}


def found(kind=ContentKind.FACT, aim=Aim.CORRECT, reason="Because.", **block):
    change = Change(kind=kind, aim=aim, block=block, reason_en=reason)
    return {(one.level, one.field) for one in advice_on(change)}


def cited(*passages):
    return [{"passage": passage.key} for passage in passages]


@pytest.fixture
def passages(db):
    return factories.PassageFactory(), factories.PassageFactory()


def test_nothing_is_said_of_a_plain_fact(passages):
    assert found(**FACT, sentence_en="It is so.", citations=cited(*passages)) == set()


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("block", "finding"),
    [
        ({"sentence_en": LONG_SENTENCE}, (AdviceLevel.IDEA, "sentence_en")),
        ({"start": "2000"}, (AdviceLevel.IDEA, "start")),
        ({"act_en": ""}, (AdviceLevel.IDEA, "act_en")),
    ],
)
def test_what_is_only_an_idea(block, finding):
    assert finding in found(**{**FACT, **block})


def test_a_fact_on_weak_sources_alone(passages):
    weak = factories.PassageFactory(mark="W")
    assert (AdviceLevel.LOOK, "basis") in found(**FACT, citations=cited(weak))
    assert (AdviceLevel.LOOK, "basis") not in found(
        **FACT, basis="attributed", citations=cited(weak)
    )
    assert (AdviceLevel.LOOK, "basis") not in found(
        **FACT, citations=cited(weak, *passages)
    )


def test_one_passage_alone(passages):
    assert (AdviceLevel.IDEA, "citations") in found(**FACT, citations=cited(passages[0]))


@pytest.mark.django_db
def test_a_change_without_a_reason():
    assert (AdviceLevel.LOOK, "reason_en") in found(reason="", **FACT)


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("days", "is_told"),
    [(-1, True), (0, False), (1, False), (366, False), (367, True)],
)
def test_a_day_that_is_past_or_far_away(days, is_told):
    day = TODAY + timedelta(days=days)
    change = Change(kind=ContentKind.FACT, aim=Aim.CORRECT, block=FACT, publish_on=day)
    told = {(one.level, one.field) for one in advice_on(change)}
    assert ((AdviceLevel.LOOK, "publish_on") in told) == is_told


@pytest.mark.django_db
def test_a_retired_fact_that_disagreements_follow():
    claim = factories.ClaimFactory(fact=factories.FactFactory())
    block = {**FACT, "key": claim.fact.key, "state": "retired"}
    assert (AdviceLevel.LOOK, "state") in found(**block)


def test_a_disagreement_without_resolution_or_claims():
    assert found(ContentKind.DISAGREEMENT, question_en="Which?") == {
        (AdviceLevel.LOOK, "uses_en"),
        (AdviceLevel.LOOK, "claims"),
    }


def test_sentences_are_counted_one_by_one():
    assert sentences_of("One. Two 3.5 % more! Is it?") == [
        "One.",
        "Two 3.5 % more!",
        "Is it?",
    ]
    assert sentences_of("  ") == []


@pytest.mark.django_db
def test_only_a_must_stops_a_save(editor):
    change = begin_change(editor, "facts", Aim.CORRECT, key="senate-term-1998")
    block = {**change.block, "act_en": LONG_SENTENCE[:190], "start": "1998"}
    done = save_draft(change.pk, editor, 1, Draft(block))
    assert isinstance(done, Saved)
    change.refresh_from_db()
    assert {one.level for one in advice_on(change)} == {AdviceLevel.LOOK, AdviceLevel.IDEA}
