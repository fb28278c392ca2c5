"""Where a row is shown to readers, and what rests on it."""

from __future__ import annotations

from datetime import date

import pytest

from content.usage import MOST, pages_that_show, rows_that_rest_on, title_of_row
from tests import factories

pytestmark = pytest.mark.usefixtures("empty")
TODAY = date(2026, 11, 22)


def addresses(row):
    return [page.address for page in pages_that_show(row, TODAY)]


def test_a_fact_is_called_by_what_it_says():
    assert title_of_row(factories.FactFactory(sentence_en="It is so.")) == "It is so."
    assert title_of_row(factories.FactFactory(sentence_en="", key="bare")) == "bare"
    assert title_of_row(factories.SubjectFactory(name_en="Hall")) == "Hall"


def test_a_fact_is_shown_on_the_page_of_its_subject_unless_it_is_retired():
    fact = factories.FactFactory(subject__topic="places", subject__name_en="Regions")
    (page,) = pages_that_show(fact, TODAY)
    assert (page.title, page.address) == ("Regions", "/en/context/places/?on=2000-01-01")
    assert addresses(factories.FactFactory(state="retired", subject__topic="places")) == []
    assert addresses(factories.FactFactory(subject__topic="sources")) == []


def test_sources_and_questions_have_pages_of_their_own():
    passage = factories.PassageFactory(key="paper-1", document__key="paper")
    assert addresses(passage) == ["/en/sources/paper/paper-1/"]
    assert addresses(passage.document) == ["/en/sources/paper/"]
    disagreement = factories.DisagreementFactory(key="how-many")
    assert addresses(disagreement) == ["/en/disagreements/how-many/"]
    assert addresses(factories.AssessmentFactory()) == []


def test_on_a_passage_rest_facts_questions_and_judgements():
    passage = factories.PassageFactory()
    fact = factories.CitationFactory(passage=passage).fact
    claim = factories.ClaimFactory(passage=passage)
    factories.ClaimFactory(passage=passage, disagreement=claim.disagreement)
    judged = factories.AssessmentFactory(passage=passage)
    assert list(rows_that_rest_on(passage)) == [fact, claim.disagreement, judged]


def test_a_fact_and_a_question_are_weighed_together_once():
    fact = factories.FactFactory()
    claim = factories.ClaimFactory(fact=fact)
    factories.ClaimFactory(fact=fact, disagreement=claim.disagreement)
    assert list(rows_that_rest_on(fact)) == [claim.disagreement]
    assert list(rows_that_rest_on(claim.disagreement)) == [fact]


def test_a_subject_is_told_of_by_facts_and_questions():
    fact = factories.FactFactory()
    disagreement = factories.DisagreementFactory(subject=fact.subject)
    assert list(rows_that_rest_on(fact.subject)) == [fact, disagreement]


def test_a_judgement_leads_to_what_it_judges_and_where_it_stands():
    assessment = factories.AssessmentFactory()
    rows = list(rows_that_rest_on(assessment))
    assert rows == [assessment.subject, assessment.passage]


def test_of_many_passages_only_some_are_listed():
    document = factories.DocumentFactory()
    factories.PassageFactory.create_batch(MOST + 1, document=document)
    assert len(list(rows_that_rest_on(document))) == MOST
