from __future__ import annotations

import pytest

from content.serialisers import SERIALISERS
from facts.blocks.writing import block_now, write
from facts.guard import writing
from facts.models import Fact
from parliament.sentences import (
    in_a_row,
    known_parts,
    post_title,
    seats_counted,
    years_counted,
)
from tests import factories


def test_an_unknown_number_has_words():
    assert seats_counted(None) == "an unknown number of seats"


def test_one_and_many():
    assert seats_counted(1) == "1 seat"
    assert seats_counted(47) == "47 seats"
    assert years_counted(1) == "1 year"


def test_lists_are_joined_as_spoken():
    assert in_a_row([]) == ""
    assert in_a_row(["a"]) == "a"
    assert in_a_row(["a", "b"]) == "a and b"
    assert in_a_row(["a", "b", "c"]) == "a, b and c"


def written(kind, key, **fields):
    with writing():
        return write(SERIALISERS[kind], {**block_now(SERIALISERS[kind], key), **fields})


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("subject", "fact"),
    [("senate", "senate-existence"), ("kurultai", "senate-succession-kurultai")],
)
def test_sentences_follow_the_name_of_what_they_name(subject, fact):
    assert "Renamed" not in Fact.objects.get(key=fact).says
    written("subject", subject, name_en="Renamed")
    assert "Renamed" in Fact.objects.get(key=fact).says


@pytest.mark.django_db
def test_sentences_follow_what_a_subject_is():
    institution = block_now(SERIALISERS["subject"], "senate")["institution"]
    written("subject", "senate", institution={**institution, "members_en": "elders"})
    assert Fact.objects.get(key="senate-term-1998").says.startswith("Elders serve")


@pytest.mark.django_db
def test_an_open_part_of_the_seats_is_told():
    composition = factories.CompositionFactory(total=None)
    factories.SeatPartFactory(composition=composition, way="councils", seats=32)
    factories.SeatPartFactory(composition=composition, way="appointed", seats=None)
    assert known_parts(composition) == "32 elected by local councils."
    assert "an unknown number appointed" in composition.fact.says


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("subject", "title"),
    [
        ("majilis", "Chair of the Mäjilis"),
        ("nsdp", "Chair of Nationwide Social Democratic Party"),
        ("amanat", "Chair of Amanat"),
    ],
)
def test_a_post_is_named_with_its_body(subject, title):
    body = Fact.objects.filter(subject__key=subject).first().subject
    fact = factories.FactFactory(subject=body, aspect="chair")
    assert post_title(factories.MembershipFactory(fact=fact)) == title
