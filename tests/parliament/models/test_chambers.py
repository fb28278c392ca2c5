"""What the database refuses of the seats and terms of chambers, and what they add up to."""

from __future__ import annotations

import pytest
from django.db import IntegrityError, transaction

from facts.guard import writing
from parliament.models import Composition, Institution, SeatPart, Term
from tests import factories

pytestmark = pytest.mark.django_db


def refused(queryset, **values):
    with pytest.raises(IntegrityError), transaction.atomic(), writing():
        queryset.update(**values)


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


def test_only_a_chamber_is_part_of_another_institution():
    whole = factories.SubjectFactory()
    single = factories.InstitutionFactory()
    refused(Institution.objects.filter(pk=single.pk), part_of=whole)
    chamber = factories.InstitutionFactory(kind="chamber", part_of=whole)
    refused(Institution.objects.filter(pk=chamber.pk), part_of=None)


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


def test_the_sum_is_shown_where_there_are_parts_to_add():
    composition: Composition = factories.CompositionFactory()
    factories.SeatPartFactory(composition=composition, way="councils", seats=40)
    assert composition.sum_in_words() == ""
    factories.SeatPartFactory(composition=composition, way="appointed", seats=7)
    assert composition.sum_in_words() == "40 + 7 = 47"


def test_a_typed_total_counts_where_a_part_is_not_known():
    part = factories.SeatPartFactory(seats=None, composition__total=47)
    assert part.composition.seats == 47
    assert part.composition.sum_in_words() == ""
