"""What the database itself refuses, whoever writes to it."""

from __future__ import annotations

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from facts.guard import writing
from facts.models import Citation, Document, Fact, Passage
from parliament.models import Composition, SeatPart, Term
from tests import factories

pytestmark = pytest.mark.django_db


def refused(queryset, **values):
    with pytest.raises(IntegrityError), transaction.atomic(), writing():
        queryset.update(**values)


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


def test_an_unknown_state_or_basis():
    fact = factories.FactFactory()
    refused(Fact.objects.filter(pk=fact.pk), state="hidden")
    refused(Fact.objects.filter(pk=fact.pk), basis="guess")


def test_a_derived_fact_without_its_working():
    fact = factories.FactFactory()
    refused(Fact.objects.filter(pk=fact.pk), basis="derived")


def test_the_same_key_twice():
    fact = factories.FactFactory()
    with pytest.raises(IntegrityError), transaction.atomic():
        factories.FactFactory(key=fact.key)


def test_the_same_citation_twice():
    citation = factories.CitationFactory()
    with pytest.raises(IntegrityError), transaction.atomic(), writing():
        Citation.objects.create(fact=citation.fact, passage=citation.passage)


def test_out_of_scope_needs_a_reason_and_only_that():
    passage = factories.PassageFactory()
    refused(Passage.objects.filter(pk=passage.pk), scope="out")
    refused(Passage.objects.filter(pk=passage.pk), reason_en="A heading.")


def test_an_unknown_tier_or_mark():
    refused(Document.objects.filter(pk=factories.DocumentFactory().pk), tier="rumour")
    refused(Passage.objects.filter(pk=factories.PassageFactory().pk), mark="X")


def test_two_main_forms_of_a_name():
    name = factories.NameFactory()
    with pytest.raises(IntegrityError), transaction.atomic():
        factories.NameFactory(fact=name.fact, text="Another")


def test_a_part_of_no_seats_or_an_unknown_way():
    part = factories.SeatPartFactory()
    refused(SeatPart.objects.filter(pk=part.pk), seats=0)
    refused(SeatPart.objects.filter(pk=part.pk), way="lottery")


def test_two_parts_of_the_seats_at_one_place():
    part = factories.SeatPartFactory(way="councils")
    other = factories.SeatPartFactory(composition=part.composition, way="appointed")
    refused(SeatPart.objects.filter(pk=other.pk), position=part.position)


def test_halves_that_do_not_make_a_term():
    """Six-year terms with halves renewed every two years are impossible."""
    term = factories.TermFactory(
        fact__subject=factories.InstitutionFactory().subject, years=6, half_renewed_every=3
    )
    refused(Term.objects.filter(pk=term.pk), half_renewed_every=2)


def test_an_editor_is_told_what_is_wrong_with_a_period():
    fact = factories.FactFactory.build(start="2010", end="2000")
    with pytest.raises(ValidationError, match="ends before it begins"):
        fact.clean()
    fact.start = "banana"
    with pytest.raises(ValidationError, match="no date we can read"):
        fact.clean_fields()


def test_the_lang_tag_of_a_name_leaves_out_the_usual_script():
    tags = [
        factories.NameFactory.build(language=language, script=script).lang_tag
        for language, script in [("en", "Latn"), ("kk", "Cyrl"), ("kk", "Latn")]
    ]
    assert tags == ["en", "kk", "kk-Latn"]


def test_a_composition_adds_up_only_when_every_part_is_known():
    composition: Composition = factories.CompositionFactory(total=None)
    factories.SeatPartFactory(composition=composition, way="councils", seats=32)
    assert composition.seats == 32
    factories.SeatPartFactory(composition=composition, way="appointed", seats=None)
    composition = Composition.objects.get(pk=composition.pk)
    assert composition.seats is None
    assert composition.seats_by("councils") == 32
    assert composition.seats_by("appointed") is None
    assert composition.seats_by("list") == 0
