"""Tags and filters that any page may use."""

from __future__ import annotations

from datetime import date

import pytest
from django.template import Context, Template
from django.test import RequestFactory

from facts.held import of_edition
from facts.localised import Text
from tests import factories
from tests.reader import folded


def render(template, **context):
    return folded(Template("{% load facts %}" + template).render(Context(context)))


def test_a_day_is_told_in_words():
    assert render("{{ day|in_words }}", day=date(2007, 8, 29)) == "29 August 2007"


def test_a_fallback_loses_its_mark_in_an_attribute():
    fallback = Text("a < b", "en", is_fallback=True)
    assert render("{{ text|plain }}", text=fallback) == "a &lt; b"


@pytest.mark.django_db
def test_the_mark_of_sources_counts_them_and_says_what_they_are_for():
    fact = factories.FactFactory(sentence_en="It had a chair.")
    html = render("{% sources fact %}", fact=fact)
    assert "1 source<" in html
    assert "It had a chair." in html
    assert "differ" not in html
    factories.CitationFactory(fact=fact)
    claim = factories.ClaimFactory(fact=fact, disagreement__question_en="How many?")
    html = render("{% sources fact 'Seats' %}", fact=fact)
    assert "Seats: 2 sources" in html
    assert "1 disagreement<" in html
    assert f"/disagreements/{claim.disagreement.key}/" in html


@pytest.fixture
def page(empty):
    """A page on which terms of a small glossary are marked."""
    for key, name in (("term-quorum", "quorum"), ("term-deputy", "deputy")):
        subject = factories.SubjectFactory(key=key, name_en=name, topic="terms")
        factories.FactFactory(subject=subject, aspect="meaning")
    request = RequestFactory().get("/")

    def html(text):
        return render("{% glossed text %}", text=text, request=request)

    return html


def test_the_first_use_of_a_term_on_a_page_opens_what_it_means(page):
    first = page(Text("A quorum < all, and a quorum."))
    assert first.count('class="term"') == 1
    assert 'href="/en/glossary/quorum/"' in first
    assert "&lt; all, and a quorum." in first
    assert "term" not in page(Text("Another quorum."))


def test_a_term_that_is_too_plain_is_not_marked(page):
    assert page(Text("A deputy.")) == "A deputy."


def test_a_fallback_keeps_its_mark_around_the_terms(page):
    html = page(Text("A quorum.", "en", is_fallback=True))
    assert html.startswith('<span lang="en">A <a class="term"')


def test_the_glossary_is_read_once_for_an_edition(page, django_assert_num_queries):
    with of_edition(1), django_assert_num_queries(1):
        page(Text("A quorum."))
        page(Text("A deputy."))
