from __future__ import annotations

from datetime import date

import pytest

from facts.fetching import (
    all_disagreements,
    assessments_of,
    disagreement_of_key,
    disagreements_on,
    fact_with_sources,
    sources_end,
    told_subjects,
)
from tests import factories

pytestmark = pytest.mark.django_db


def test_the_sources_end_on_the_last_day_on_which_one_was_read(empty):
    assert sources_end() is None
    factories.DocumentFactory(consulted=date(2026, 11, 1))
    factories.DocumentFactory(consulted=date(2026, 11, 22))
    assert sources_end() == date(2026, 11, 22)


def test_questions_and_judgements_are_those_on_the_subject(empty):
    question = factories.ClaimFactory().disagreement
    factories.ClaimFactory()
    judged = factories.AssessmentFactory(subject=question.subject)
    factories.AssessmentFactory()
    assert disagreements_on(question.subject) == [question]
    assert assessments_of(question.subject) == [judged]
    assert len(all_disagreements()) == 2
    assert disagreement_of_key(question.key) == question
    assert disagreement_of_key("nothing") is None


def test_a_fact_is_fetched_with_its_sources(empty, django_assert_num_queries):
    fact = fact_with_sources(factories.CitationFactory().fact)
    with django_assert_num_queries(0):
        assert [citation.passage.document.key for citation in fact.citations.all()]


def test_a_subject_is_told_of_where_a_published_fact_is_about_it(empty):
    told = factories.FactFactory(subject__topic="law").subject
    factories.FactFactory(subject__topic="law", state="retired")
    factories.FactFactory(subject__topic="courts")
    assert told_subjects("law") == [told]
