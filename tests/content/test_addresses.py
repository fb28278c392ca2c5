"""Where the site tells of a fact or of what it is about."""

from __future__ import annotations

from datetime import date

import pytest

from content.addresses import CONTEXT, address_of, own_pages, page_of, page_of_passage
from facts.models import Topic
from tests import factories

TODAY = date(2026, 11, 22)


@pytest.mark.django_db
def test_an_institution_and_an_election_have_a_page_where_facts_make_them_one(empty):
    chamber = factories.InstitutionFactory(subject__key="hall")
    factories.ExistenceFactory(fact__subject=chamber.subject)
    factories.InstitutionFactory(subject__key="undated")
    factories.ElectionFactory(
        subject__key="vote", kind="referendum", subject__topic="elections"
    )
    factories.ElectionFactory(subject__key="unheld", kind="referendum", day="")
    assert own_pages() == {"hall": "/en/chambers/hall/", "vote": "/en/elections/vote/"}


@pytest.mark.parametrize(
    ("topic", "key", "page"),
    [
        ("parliament", "hall", "/en/own/"),
        ("parliament", "chambers", ""),
        ("elections", "elections", "/en/elections/"),
        ("powers", "budget", "/en/powers/budget/"),
        ("terms", "term-quorum", "/en/glossary/quorum/"),
        ("committees", "bureau", "/en/committees/"),
        ("world", "ipu", "/en/international/"),
        ("parties", "amanat", "/en/parties/amanat/"),
        ("people", "somebody", "/en/people/somebody/"),
        ("places", "astana", "/en/context/places/"),
        ("sources", "embassy", ""),
    ],
)
def test_a_subject_is_told_of_on_its_own_page_or_that_of_its_topic(topic, key, page):
    subject = factories.SubjectFactory.build(topic=topic, key=key)
    assert page_of(subject, {"hall": "/en/own/"}) == page


@pytest.mark.parametrize("topic", Topic)
def test_only_what_stands_alone_has_no_page_of_its_topic(topic):
    subject = factories.SubjectFactory.build(topic=topic, key="something")
    assert bool(page_of(subject, {})) == (topic not in (Topic.PARLIAMENT, Topic.SOURCES))
    assert topic not in CONTEXT or f"/context/{topic}/" in page_of(subject, {})


@pytest.mark.parametrize(
    ("topic", "start", "address"),
    [
        ("places", "2007-08-29", "?on=2007-08-29"),
        ("places", "[1997..1999]", "?on=1999-12-31"),
        ("places", "1937", ""),  # before the first day that the site covers
        ("places", "2027", ""),
        ("places", "..", ""),
        ("terms", "2007-08-29", ""),  # a page that shows the same on every day
        ("elections", "2007-08-29", ""),
    ],
)
@pytest.mark.django_db
def test_a_fact_is_told_of_as_of_the_day_on_which_it_surely_held(topic, start, address):
    fact = factories.FactFactory(
        subject__topic=topic, subject__key="term-x", start=start, end="2100"
    )
    page = page_of(fact.subject, {})
    assert address_of(fact, {}, TODAY) == page + address


@pytest.mark.django_db
def test_a_fact_without_a_page_has_no_address():
    fact = factories.FactFactory(subject__topic="sources")
    assert address_of(fact, {}, TODAY) == ""


@pytest.mark.django_db
def test_a_passage_has_its_page_below_its_document():
    passage = factories.PassageFactory(key="paper-1", document__key="paper")
    assert page_of_passage(passage) == "/en/sources/paper/paper-1/"
