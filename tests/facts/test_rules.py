"""Each rule sees its breach."""

from __future__ import annotations

import pytest

from facts import rules
from facts.guard import writing
from facts.models import Disagreement, Passage
from tests import factories

pytestmark = pytest.mark.usefixtures("empty")


def said(rule):
    """The breaches of a rule as an editor reads them."""
    return [str(breach) for breach in rule()]


def test_a_fact_without_a_citation():
    fact = factories.FactFactory(citation=None)
    assert said(rules.every_fact_is_cited) == [f"fact {fact.key} has no citation"]


def test_a_retired_fact_may_lack_one():
    factories.FactFactory(citation=None, state="retired")
    assert said(rules.every_fact_is_cited) == []


def test_two_certain_values_on_one_day():
    one = factories.FactFactory(start="2000", end="2010")
    factories.FactFactory(subject=one.subject, start="2010", end="2020")
    assert said(rules.values_that_collide_are_told) == []
    factories.FactFactory(subject=one.subject, start="2005", end="2006-12-31", key="third")
    assert "third" in said(rules.values_that_collide_are_told)[0]


def test_a_disagreement_tells_of_the_collision():
    one = factories.FactFactory(start="2000", end="2010")
    factories.FactFactory(subject=one.subject, start="2005")
    factories.DisagreementFactory(subject=one.subject, aspect=one.aspect)
    assert said(rules.values_that_collide_are_told) == []


def test_a_collision_of_another_aspect_is_none():
    one = factories.FactFactory()
    factories.FactFactory(subject=one.subject, aspect="other")
    assert said(rules.values_that_collide_are_told) == []


def test_a_disagreement_without_a_resolution_or_claims():
    one = factories.DisagreementFactory(uses_en="")
    assert said(rules.every_disagreement_is_resolved) == [
        f"disagreement {one.key} has no resolution",
        f"disagreement {one.key} has fewer than two claims",
    ]
    factories.ClaimFactory(disagreement=one)
    factories.ClaimFactory(disagreement=one)
    with writing():
        Disagreement.objects.filter(pk=one.pk).update(uses_en="The first.")
    assert said(rules.every_disagreement_is_resolved) == []


def test_a_passage_that_nobody_uses():
    passage = factories.PassageFactory()
    assert passage.key in said(rules.every_passage_has_its_place)[0]
    with writing():
        Passage.objects.filter(pk=passage.pk).update(scope="later")
    assert said(rules.every_passage_has_its_place) == []
    factories.ClaimFactory(passage=passage)
    assert "kept for later" in said(rules.every_passage_has_its_place)[0]


def test_a_fact_on_a_passage_that_is_out_of_scope():
    passage = factories.PassageFactory(scope="out", reason_en="A heading.")
    factories.CitationFactory(passage=passage)
    assert passage.key in said(rules.cited_passages_are_in_scope)[0]
