from __future__ import annotations

from datetime import date

import pytest
from django.core.exceptions import ValidationError

from facts.models import Fact
from facts.models.facts import validate_end, validate_start
from tests import factories
from tests.facts.models.refusing import refused

pytestmark = pytest.mark.django_db


# --- what the database refuses --------------------------------------------------------


def test_a_period_that_ends_before_it_begins():
    fact = factories.FactFactory(start="2000", end="2010")
    refused(
        Fact.objects.filter(pk=fact.pk), end_latest="1999-01-01", end_earliest="1999-01-01"
    )
    with pytest.raises(ValueError, match="ends before it begins"):
        factories.FactFactory(start="2010", end="2000")


def test_bounds_in_the_wrong_order():
    fact = factories.FactFactory(start="2000", end="2010")
    refused(Fact.objects.filter(pk=fact.pk), start_earliest="2001-01-01")


def test_an_empty_bound():
    fact = factories.FactFactory()
    refused(Fact.objects.filter(pk=fact.pk), start="")
    refused(Fact.objects.filter(pk=fact.pk), end="")


def test_an_unknown_state_or_basis():
    fact = factories.FactFactory()
    refused(Fact.objects.filter(pk=fact.pk), state="hidden")
    refused(Fact.objects.filter(pk=fact.pk), basis="guess")


def test_a_derived_fact_without_its_working():
    fact = factories.FactFactory()
    refused(Fact.objects.filter(pk=fact.pk), basis="derived")


# --- what an editor is told -----------------------------------------------------------


def test_an_editor_is_told_what_is_wrong_with_a_period():
    fact = factories.FactFactory.build(start="2010", end="2000")
    with pytest.raises(ValidationError, match="ends before it begins"):
        fact.clean()
    fact.start = "banana"
    with pytest.raises(ValidationError, match="no date we can read"):
        fact.clean_fields()
    fact.clean()  # the column has said so already


@pytest.mark.parametrize("validate", [validate_start, validate_end])
def test_each_bound_is_read_by_itself(validate):
    validate("..")
    validate("[1997-10..1999-09]")
    with pytest.raises(ValidationError, match="no date we can read"):
        validate("autumn")


# --- what a fact says of itself -------------------------------------------------------


def test_the_four_days_are_worked_out_when_it_is_saved():
    fact = factories.FactFactory(start="2007-08", end="[2010..2011]")
    days = ("start_earliest", "start_latest", "end_earliest", "end_latest")
    assert Fact.objects.values_list(*days).get(pk=fact.pk) == (
        date(2007, 8, 1),
        date(2007, 8, 31),
        date(2010, 1, 1),
        date(2011, 12, 31),
    )
    assert fact.period.start.edtf == "2007-08"
    assert fact.period_in_words().startswith("from some day in August 2007")


def test_a_fact_is_told_after_its_weakest_source():
    fact = factories.FactFactory(citation=None, basis="attributed")
    sources = {
        mark: factories.CitationFactory(fact=fact, passage__mark=mark).passage.document
        for mark in ("", "W", "V")
    }
    assert fact.attributed_to == sources["W"]


def test_without_a_weak_source_it_is_told_after_the_first():
    citation = factories.CitationFactory()
    assert citation.fact.attributed_to == citation.passage.document
    assert factories.FactFactory(citation=None).attributed_to is None


def test_the_questions_on_which_its_claims_collide_stand_once_each():
    fact = factories.FactFactory()
    second = factories.ClaimFactory(fact=fact, disagreement__key="b").disagreement
    factories.ClaimFactory(fact=fact, disagreement=second)
    first = factories.ClaimFactory(fact=fact, disagreement__key="a").disagreement
    assert fact.disagreements == [first, second]


def test_what_is_typed_is_said_where_its_details_make_no_sentence():
    typed = factories.FactFactory(sentence_en="It is so.")
    assert typed.says == "It is so."
    term = factories.TermFactory(years=6, half_renewed_every=None)
    factories.InstitutionFactory(subject=term.fact.subject)
    assert "6 years" in Fact.objects.get(pk=term.fact.pk).says


# --- what is asked of facts -----------------------------------------------------------


def test_the_public_sees_what_is_published(empty):
    shown = factories.FactFactory()
    retired = factories.FactFactory(state="retired")
    assert list(Fact.objects.published()) == [shown]
    assert [shown.is_published, retired.is_published] == [True, False]


def test_facts_are_asked_for_by_subject_and_aspect(empty):
    fact = factories.FactFactory(aspect="term")
    other = factories.FactFactory(subject=fact.subject, aspect="chair")
    factories.FactFactory()
    assert set(Fact.objects.about([fact.subject])) == {fact, other}
    assert list(Fact.objects.about([fact.subject], "term")) == [fact]


def test_the_sure_ones_come_first_in_order_of_time(empty):
    rough = factories.FactFactory(start="2007")
    sure = factories.FactFactory(start="2007-01-01")
    earlier = factories.FactFactory(start="[2006..2009]")
    assert list(Fact.objects.in_order()) == [earlier, sure, rough]


def test_typed_sentences_are_told_from_made_ones(empty):
    typed = factories.FactFactory()
    made = factories.FactFactory(sentence_en="")
    assert list(Fact.objects.with_typed_sentence()) == [typed]
    assert list(Fact.objects.without_typed_sentence()) == [made]


def test_sources_are_fetched_in_a_few_queries_whatever_their_number(
    empty, django_assert_max_num_queries
):
    for _ in range(3):
        fact = factories.FactFactory()
        factories.CitationFactory(fact=fact)
        factories.ClaimFactory(fact=fact)

    def read():
        for fact in Fact.objects.with_sources():
            assert fact.says
            assert fact.subject.name
            assert fact.disagreements
            assert fact.attributed_to.short_name

    # Facts, citations and claims, and the seats of compositions where there are any.
    with django_assert_max_num_queries(4):
        read()
