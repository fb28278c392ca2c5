from __future__ import annotations

from datetime import date

import pytest
from django.core.exceptions import ValidationError

from facts.models import Document, Passage
from facts.models.documents import validate_edtf
from tests import factories
from tests.facts.models.refusing import refused

pytestmark = pytest.mark.django_db


def test_an_unknown_tier_or_mark():
    refused(Document.objects.filter(pk=factories.DocumentFactory().pk), tier="rumour")
    refused(Passage.objects.filter(pk=factories.PassageFactory().pk), mark="X")


def test_out_of_scope_needs_a_reason_and_only_that():
    passage = factories.PassageFactory()
    refused(Passage.objects.filter(pk=passage.pk), scope="out")
    refused(Passage.objects.filter(pk=passage.pk), reason_en="A heading.")
    refused(Passage.objects.filter(pk=passage.pk), scope="maybe")


def test_the_time_at_which_a_text_speaks_is_edtf():
    validate_edtf("[2006..2008-06]")
    with pytest.raises(ValidationError, match="no date we can read"):
        validate_edtf("spring of 2008")


def test_the_time_at_which_a_text_speaks_is_told_in_words():
    assert factories.DocumentFactory.build(speaks="2008-04").speaks_in_words() == (
        "April 2008"
    )
    assert factories.PassageFactory.build(
        speaks="[2006..2008]", document=None
    ).speaks_in_words() == ("between 2006 and 2008")


def test_the_sources_end_on_the_last_day_on_which_one_was_read(empty):
    assert Document.objects.last_consulted() is None
    factories.DocumentFactory(consulted=date(2026, 11, 1))
    factories.DocumentFactory(consulted=date(2026, 11, 22))
    factories.DocumentFactory()
    assert Document.objects.last_consulted() == date(2026, 11, 22)


def test_the_five_are_told_from_the_record():
    assert factories.DocumentFactory.build(tier="founding").is_founding
    assert not factories.DocumentFactory.build(tier="record").is_founding


def test_a_passage_is_used_when_anything_rests_on_it(empty):
    used = [
        factories.CitationFactory().passage,
        factories.ClaimFactory().passage,
        factories.AssessmentFactory().passage,
    ]
    idle = factories.PassageFactory()
    assert set(Passage.objects.used()) == set(used)
    assert list(Passage.objects.unused()) == [idle]


def test_what_rests_on_a_passage_is_counted_without_what_is_retired(empty):
    passage = factories.PassageFactory()
    for state in ("published", "published", "retired"):
        factories.CitationFactory(passage=passage, fact__state=state)
    for _ in range(3):
        factories.ClaimFactory(passage=passage)
    factories.AssessmentFactory(passage=passage)
    counted = Passage.objects.with_uses().get(pk=passage.pk)
    assert (counted.n_facts, counted.n_claims, counted.n_assessments) == (2, 3, 1)


def test_the_code_of_a_passage_tells_it_apart_in_its_document():
    document = factories.DocumentFactory(key="paper")
    assert factories.PassageFactory(document=document, key="paper-lead-1").code == "lead-1"
