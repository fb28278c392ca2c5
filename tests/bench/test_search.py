"""Rows found by what they say, however it is spelled."""

from __future__ import annotations

import pytest
from django.urls import reverse

from bench.search import find_facts, find_rows
from facts.models import Document, Fact
from tests import factories
from tests.bench.conftest import logged_in

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
        ("", [0, 1]),
        ("almaty", [0]),
        ("MET deput", [0]),
        ("met Majilis", []),
        ("senate", [0]),
        ("a-rule", [0]),
        ("exist", [1]),
        ("nonesuch", []),
    ],
)
def test_every_word_is_looked_for_in_key_sentence_and_subject(facts, words, numbers):
    assert sorted(find_facts(words)) == sorted(facts[number].pk for number in numbers)


def test_it_asks_no_query_for_each_fact(facts, django_assert_max_num_queries):
    for _ in range(5):
        factories.ExistenceFactory()
    assert Fact.objects.count() == 7
    with django_assert_max_num_queries(4):
        find_facts("exist")


@pytest.mark.parametrize(
    ("words", "is_found"),
    [
        ("", True),
        ("SHORT", True),
        ("short key", True),
        ("long title", False),  # in no column that is asked
        ("short nonesuch", False),
    ],
)
def test_each_word_is_looked_for_in_all_columns(words, is_found):
    factories.DocumentFactory(key="a-key", short_name_en="Short", title_en="Long title")
    rows = Document.objects.filter(key="a-key")
    assert find_rows(rows, words, ["key", "short_name_en"]).exists() == is_found


ALIKE = [
    ("fact", ["Mäjilis", "MÄJILIS", "Ma\u0308jilis", "majilis", "Мәжіліс", "МӘЖІЛІС"]),
    ("passage", ["komitetı", "komiteti", "KOMITETI", "KOMİTETİ"]),
    ("subject", ["Abish", "ABISH", "abısh"]),
]


@pytest.mark.parametrize(("model", "spelled"), ALIKE)
def test_a_list_finds_the_same_for_every_spelling(at_editor, model, spelled):
    address = reverse(f"admin:facts_{model}_changelist")
    numbers = {
        word: at_editor.get(address, {"q": word}).context["cl"].result_count
        for word in spelled
    }
    assert len(set(numbers.values())) == 1, numbers
    assert min(numbers.values()) > 0


@pytest.mark.parametrize(("model", "spelled"), [*ALIKE, ("passage", ["Нұр", "нұр", "НҰР"])])
def test_a_field_offers_the_same_for_every_spelling(at_editor, model, spelled):
    address = reverse("admin:bench_keys", args=[model])
    offered = [at_editor.get(address, {"x": word}).text for word in spelled]
    assert "<option" in offered[0]
    assert len(set(offered)) == 1


def test_accounts_are_found_by_every_spelling(admin_user, django_user_model):
    at_admin = logged_in(admin_user)
    django_user_model.objects.create_user("ali", first_name="Әлі", last_name="Ömırov")
    address = reverse("admin:auth_user_changelist")
    for words in ("әлі omirov", "ӘЛІ ÖMIROV", "o\u0308mırov"):
        assert at_one(at_admin.get(address, {"q": words})) == "ali", words


def at_one(page):
    """The name of the one account that a list shows."""
    (account,) = page.context["cl"].result_list
    return account.username
