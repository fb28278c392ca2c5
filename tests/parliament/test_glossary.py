"""Which terms are found, and under which letter they stand."""

from __future__ import annotations

import pytest
from django.http import QueryDict

from facts.models import Topic
from parliament.glossary import ListedTerm, TermFilter, by_letter, terms_with
from tests import factories

pytestmark = pytest.mark.django_db


def term(slug, name, *forms):
    """A term of the glossary, with its forms in Kazakh."""
    fact = factories.FactFactory(
        aspect="meaning",
        subject__key=f"term-{slug}",
        subject__name_en=name,
        subject__topic=Topic.TERMS,
    )
    for form in forms:
        factories.NameFactory(
            fact=fact, text=form, language="kk", script="Cyrl", is_main=False
        )


@pytest.fixture
def terms(empty):
    term("quorum", "quorum", "кворум")
    term("majilis", "Mäjilis", "Мәжіліс")
    term("oath", "oath")


def test_without_words_all_stand_in_the_order_of_the_alphabet(terms):
    assert terms_with("") == [
        ListedTerm("majilis", "Mäjilis", "Mäjilis Мәжіліс"),
        ListedTerm("oath", "oath", "oath"),
        ListedTerm("quorum", "quorum", "quorum кворум"),
    ]


@pytest.mark.parametrize("words", ["majilis", "МӘЖІЛІС", "maj"])
def test_words_are_found_in_every_language(terms, words):
    assert [term.slug for term in terms_with(words)] == ["majilis"]


def test_a_retired_meaning_is_no_term(terms):
    factories.FactFactory(
        aspect="meaning",
        subject__key="term-gone",
        subject__topic=Topic.TERMS,
        state="retired",
    )
    assert terms_with("gone") == []


def test_terms_stand_under_their_first_letter_whatever_its_accent():
    listed = [ListedTerm(name, name, name) for name in ("Älia", "ayes", "bill")]
    assert by_letter(listed) == [("A", listed[:2]), ("B", listed[2:])]


def test_the_form_asks_for_words_alone():
    form = TermFilter(QueryDict("words=+quorum+&letter=q"))
    assert form.pairs() == [("words", "quorum")]
