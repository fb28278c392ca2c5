"""Facts found by what they say."""

from __future__ import annotations

import pytest

from bench.fact_search import find_facts
from facts.models import Fact
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def facts(empty):
    """A fact with a typed sentence, and one whose details make it."""
    typed = factories.FactFactory(
        key="a-rule", subject__name_en="Senate", sentence_en="Deputies met in Almaty."
    )
    made = factories.ExistenceFactory(fact__subject__name_en="Majilis").fact
    return typed, made


@pytest.mark.parametrize(
    ("words", "numbers"),
    [
        ([], [0, 1]),
        (["almaty"], [0]),
        (["MET", "deput"], [0]),
        (["met", "Majilis"], []),
        (["senate"], [0]),
        (["a-rule"], [0]),
        (["exist"], [1]),
        (["nonesuch"], []),
    ],
)
def test_every_word_is_looked_for_in_key_sentence_and_subject(facts, words, numbers):
    assert sorted(find_facts(words)) == sorted(facts[number].pk for number in numbers)


def test_it_asks_no_query_for_each_fact(facts, django_assert_max_num_queries):
    for _ in range(5):
        factories.ExistenceFactory()
    assert Fact.objects.count() == 7
    with django_assert_max_num_queries(3):
        find_facts(["exist"])
