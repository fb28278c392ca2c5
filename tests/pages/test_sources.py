from __future__ import annotations

import pytest

from facts.models import Scope
from pages.sources import (
    ages_of_founding,
    assessments_in,
    claims_of,
    counted_documents,
    document_of_key,
    facts_resting_on,
    passage_of_key,
    passages_before,
    passages_of,
)
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def document(empty):
    return factories.DocumentFactory(tier="founding")


def test_a_document_counts_what_rests_on_it(document):
    passage = factories.PassageFactory(document=document, scope=Scope.CITED)
    factories.PassageFactory(document=document, scope=Scope.OUT, reason_en="x")
    factories.CitationFactory(passage=passage)
    factories.CitationFactory(passage=passage, fact__state="retired")
    factories.ClaimFactory(passage=passage)
    (counted,) = counted_documents()
    assert (counted.n_passages, counted.n_out, counted.n_used) == (2, 1, 1)
    assert (counted.n_facts, counted.n_questions) == (1, 1)
    ((aged, spans),) = ages_of_founding()
    assert aged == document
    assert len(spans) == 1


def test_rows_are_found_by_their_keys(document):
    passage = factories.PassageFactory(document=document)
    assert document_of_key(document.key) == document
    assert document_of_key("nothing") is None
    assert passage_of_key(document.key, passage.key) == passage
    assert passage_of_key("nothing", passage.key) is None


def test_passages_before_are_those_told_of(document):
    factories.PassageFactory(document=document, position=1)
    factories.PassageFactory(document=document, position=2, scope=Scope.OUT, reason_en="x")
    passage = factories.PassageFactory(document=document, position=3)
    factories.PassageFactory(document=document, position=4)
    assert passages_before(passage) == 1
    assert len(passages_of(document)) == 4


def test_what_rests_on_a_passage_is_listed(document):
    passage = factories.PassageFactory(document=document)
    fact = factories.CitationFactory(passage=passage).fact
    factories.CitationFactory(passage=passage, fact__state="retired")
    claim = factories.ClaimFactory(passage=passage)
    judged = factories.AssessmentFactory(passage=passage)
    factories.AssessmentFactory()
    assert facts_resting_on(passage) == [fact]
    assert claims_of(passage) == [claim]
    assert assessments_in(passage) == [judged]
