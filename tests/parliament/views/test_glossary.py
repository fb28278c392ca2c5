"""The pages of the glossary, and its terms where other pages use them."""

from __future__ import annotations

import re

import pytest

from facts.models import Fact, Subject

pytestmark = pytest.mark.django_db

LIST = "/en/glossary/"


def test_every_term_is_listed_and_has_its_page(client):
    page = client.get(LIST).text
    slugs = re.findall(rf'href="{LIST}([a-z0-9-]+)/"', page)
    terms = Subject.objects.filter(topic="terms").count()
    assert len(slugs) == len(set(slugs)) == terms > 100


@pytest.mark.parametrize("words", ["mazhilis", "Мажилис", "Мәжіліс", "MAJILIS"])
def test_a_term_is_found_in_every_language_and_spelling(client, words):
    assert f'href="{LIST}majilis/"' in client.get(LIST, {"words": words}).text


def test_each_meaning_is_two_sentences():
    for fact in Fact.objects.filter(subject__topic="terms"):
        sentences = re.findall(r"[.?!](?=\s|$)", fact.sentence_en)
        assert len(sentences) == 2, fact.key


def test_a_term_opens_in_place(client, htmx):
    page = client.get("/en/powers/amending-the-constitution/?on=2010").text
    link = re.search(r'<a class="term" href="([^"]+)"[^>]* data-hx-get="([^"]+)"', page)
    assert link[1] == link[2]
    part = htmx.get(link[1]).text
    assert part.startswith('<span class="meaning"')
    assert client.get(link[1]).text.count(part) == 1


def test_a_term_is_marked_once_on_a_page(client):
    page = client.get("/en/members/?on=2010-01-01").text
    marked = re.findall(r'<a class="term" href="([^"]+)"', page)
    assert len(marked) == len(set(marked)) > 3


def test_a_word_with_another_meaning_is_not_marked(client):
    page = client.get("/en/context/society/").text
    assert "International Bureau for Human Rights" in page
