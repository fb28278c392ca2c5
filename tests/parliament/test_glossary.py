"""The glossary, and terms in running text."""

from __future__ import annotations

import re

import pytest

from facts.glossary import TermMention, split
from facts.models import Fact, Subject

TERMS = (("constitutional-law", "constitutional law"), ("law", "law"), ("osce", "OSCE"))
LIST = "/en/glossary/"


def uses(text, seen=None):
    pieces = split(text, TERMS, set() if seen is None else seen)
    return [one for one in pieces if isinstance(one, TermMention)]


def test_the_first_use_of_each_term_is_found_the_longest_name_first():
    assert uses("Constitutional laws and a law and a law.") == [
        TermMention("constitutional-law", "Constitutional laws"),
        TermMention("law", "law"),
    ]


def test_a_term_that_was_seen_is_plain_text():
    seen = {"law"}
    assert uses("A law.", seen) == []
    assert "".join(map(str, split("A law.", TERMS, seen))) == "A law."


def test_words_inside_words_and_names_without_capitals_are_left_alone():
    assert uses("A lawyer and an osce.") == []
    assert uses("The OSCE.") == [TermMention("osce", "OSCE")]


def test_no_text_is_lost():
    text = "The OSCE read a law, and the laws."
    pieces = [
        one.words if isinstance(one, TermMention) else one
        for one in split(text, TERMS, set())
    ]
    assert "".join(pieces) == text
    assert list(split(text, (), set())) == [text]


@pytest.mark.django_db
def test_every_term_is_listed_and_has_its_page(client):
    page = client.get(LIST).page
    slugs = re.findall(rf'href="{LIST}([a-z0-9-]+)/"', page)
    terms = Subject.objects.filter(topic="terms").count()
    assert len(slugs) == len(set(slugs)) == terms > 100


@pytest.mark.django_db
@pytest.mark.parametrize("words", ["mazhilis", "Мажилис", "Мәжіліс", "MAJILIS"])
def test_a_term_is_found_in_every_language_and_spelling(client, words):
    assert f'href="{LIST}majilis/"' in client.get(LIST, {"words": words}).page


@pytest.mark.django_db
def test_each_meaning_is_two_sentences():
    for fact in Fact.objects.filter(subject__topic="terms"):
        sentences = re.findall(r"[.?!](?=\s|$)", fact.sentence_en)
        assert len(sentences) == 2, fact.key


@pytest.mark.django_db
def test_a_term_opens_in_place(client, htmx):
    page = client.get("/en/powers/amending-the-constitution/?on=2010").page
    link = re.search(r'<a class="term" href="([^"]+)"[^>]* data-hx-get="([^"]+)"', page)
    assert link[1] == link[2]
    part = htmx.get(link[1]).text
    assert part.startswith('<span class="meaning"')
    assert client.get(link[1]).text.count(part) == 1


@pytest.mark.django_db
def test_a_term_is_marked_once_on_a_page(client):
    page = client.get("/en/members/?on=2010-01-01").page
    marked = re.findall(r'<a class="term" href="([^"]+)"', page)
    assert len(marked) == len(set(marked)) > 3


@pytest.mark.django_db
def test_a_word_with_another_meaning_is_not_marked(client):
    page = client.get("/en/context/society/").page
    assert "International Bureau for Human Rights" in page
