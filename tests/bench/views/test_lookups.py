"""What the fields of a form ask for while somebody types."""

from __future__ import annotations

import pytest
from django.urls import reverse

from bench.views.lookups import columns_searched
from facts.models import Document
from tests import factories

pytestmark = pytest.mark.django_db


def test_looking_for_a_passage_asks_once(at_editor, django_assert_max_num_queries):
    address = reverse("admin:bench_keys", args=["passage"])
    at_editor.get(address, {"row-passage": "court"})  # the spellings of names are held
    with django_assert_max_num_queries(8):
        page = at_editor.get(address, {"row-passage": "senate"})
    assert page.text.count("<option") == 12


def test_a_document_is_looked_for_by_its_key_and_short_name():
    assert columns_searched(Document) == ["key", "short_name_en"]


def test_a_fact_is_offered_by_what_it_says(at_editor):
    fact = factories.FactFactory(sentence_en="Deputies met on the moon.")
    page = at_editor.get(reverse("admin:bench_keys", args=["fact"]), {"x": "the moon"})
    assert f'<option value="{fact.key}">Deputies met on the moon.</option>' in page.text


def test_a_card_says_what_a_key_names(at_editor):
    passage = factories.PassageFactory(summary_en="What it says.")
    address = reverse("admin:bench_card", args=["passage"])
    assert "What it says." in at_editor.get(address, {"x": passage.key}).text
    assert at_editor.get(address, {"x": "nonesuch"}).text.strip() == ""


@pytest.mark.parametrize("page", ["keys", "card"])
def test_of_what_is_not_edited_here_nothing_is_told(at_editor, page):
    address = reverse(f"admin:bench_{page}", args=["user"])
    assert at_editor.get(address).status_code == 404
