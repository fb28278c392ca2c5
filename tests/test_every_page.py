"""Every named address: what holds for all pages, and how many pages were seen."""

from __future__ import annotations

import functools
import gzip
import itertools
import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import URLPattern, URLResolver, get_resolver, resolve, reverse

from facts.held import readings
from facts.models import Document, Subject
from parliament.models import Institution
from tests import factories
from tests.reader import Reader

pytestmark = pytest.mark.django_db

ARGUMENTS = {
    "parliament:chamber-detail": [
        {"slug": slug} for slug in ("senate", "majilis", "supreme-soviet", "kurultai")
    ],
    "parliament:chamber-history": [
        {"slug": slug} for slug in ("senate", "majilis", "supreme-soviet", "kurultai")
    ],
    "parliament:power-detail": [
        {"slug": "amending-the-constitution"},
        {"slug": "laws-by-delegation"},
    ],
    "parliament:term-detail": [{"slug": "quorum"}, {"slug": "majilis"}],
    "elections:election-detail": [
        {"slug": slug}
        for slug in (
            "senate-2023-01-14",
            "majilis-2016-03-20",
            "majilis-2023-03-19",
            "kurultai-2026-08-23",
            "president-2019-06-09",
            "referendum-2026-03-15",
        )
    ],
    "elections:party-detail": [{"slug": "amanat"}, {"slug": "political-parties"}],
    "elections:person-detail": [
        {"slug": "kassym-jomart-tokayev"},
        {"slug": "zamanbek-nurkadilov"},
    ],
    "pages:topic-detail": [
        {"topic": topic} for topic in ("presidency", "law", "courts", "places", "society")
    ],
    "pages:disagreement-detail": [
        {"slug": "senate-how-many"},
        {"slug": "majilis-spelling"},
    ],
    "pages:passage-detail": [
        {"document": "senate-article", "slug": "senate-article-history-1"},
        {"document": "embassy-page", "slug": "embassy-page-furniture-1"},
    ],
    "pages:timeline-entry": [
        {"slug": "senate-existence-ends"},
        {"slug": "majilis-chair-1996"},
    ],
    "pages:source-detail": [{"slug": "senate-article"}, {"slug": "constitution-1995"}],
}
NO_HTML = {
    "pages:change-feed",
    "first-page",
    "favicon",
    "healthz",
    "pages:timeline-calendar",
    "pages:timeline-feed",
    "robots",
    "sitemap",
}
MOST_QUERIES = 14
MAIN_PAGES = {
    "pages:home",
    "pages:timeline",
    "pages:compare",
    "parliament:chamber-list",
    "parliament:chamber-detail",
    "parliament:power-list",
    "parliament:power-detail",
    "parliament:member-rules",
    "parliament:member-check",
    "elections:election-list",
    "elections:election-detail",
    "elections:party-list",
    "elections:party-detail",
}
MAIN_PAGES_MOST_BYTES = 14 * 1024
OTHER_PAGES_MOST_BYTES = 32 * 1024


def names(resolver=None, prefix=""):
    """Every URL name of the site, the admin's left out."""
    for pattern in (resolver or get_resolver()).url_patterns:
        if isinstance(pattern, URLResolver):
            if pattern.namespace != "admin":
                space = f"{prefix}{pattern.namespace}:" if pattern.namespace else prefix
                yield from names(pattern, space)
        elif isinstance(pattern, URLPattern):
            assert pattern.name, f"{pattern} has no name"
            yield prefix + pattern.name


def addresses():
    return [
        reverse(name, kwargs=arguments)
        for name in names()
        if name not in NO_HTML
        for arguments in ARGUMENTS.get(name, [{}])
    ]


def test_every_name_is_visited():
    assert set(names()) >= MAIN_PAGES
    assert len(list(names())) == 39
    assert len(addresses()) == 54


@pytest.mark.parametrize("name", sorted(NO_HTML))
def test_what_is_no_page_answers_too(client, name):
    assert client.get(reverse(name)).status_code in (200, 302)


@functools.cache
def answer(address):
    """What a visitor gets; asked once, for the tests that only read it."""
    return Reader().get(address)


def every_page(test):
    return pytest.mark.parametrize("address", addresses())(test)


@every_page
def test_a_page_has_its_frame(address):
    response = answer(address)
    assert response.status_code == 200
    text = response.text
    assert text.startswith("<!DOCTYPE html>\n<html lang=")
    assert len(re.findall(r"<h1[ >]", text)) == 1
    assert len(re.findall(r"<main[ >]", text)) == 1
    assert re.search(r"<title>[^<]{5,}</title>", response.page())
    assert re.search(r'<meta name="description" content="[^"]{20,}">', response.page())
    assert re.search(r'<link rel="canonical" href="http://testserver/en/', response.page())
    assert "None" not in re.sub(r"<[^>]+>", " ", text)


@every_page
def test_headings_go_down_one_step_at_a_time(address):
    levels = [int(level) for level in re.findall(r"<h([1-6])[ >]", answer(address).text)]
    for one, other in itertools.pairwise(levels):
        assert other <= one + 1


@every_page
def test_no_id_stands_twice_and_every_fragment_is_met(address):
    text = answer(address).text
    ids = re.findall(r'\sid="([^"]+)"', text)
    assert len(ids) == len(set(ids))
    for fragment in re.findall(r'href="#([^"]+)"', text):
        assert fragment in ids


@every_page
def test_a_page_is_small_enough(address):
    is_main = resolve(address).view_name in MAIN_PAGES
    most = MAIN_PAGES_MOST_BYTES if is_main else OTHER_PAGES_MOST_BYTES
    assert len(gzip.compress(answer(address).content, 6)) <= most


def queries_of(client, address):
    """How many queries a page costs where nothing is held of it."""
    readings.clear()
    with CaptureQueriesContext(connection) as found:
        client.get(address)
    return len(found)


@every_page
def test_a_page_made_again_asks_for_the_edition_alone(address):
    """What was read of the edition is held; the published changes are asked for anew."""
    client = Reader()
    client.get(address)
    with CaptureQueriesContext(connection) as found:
        client.get(address)
    most = 4 if address.startswith("/en/changes/") else 1
    assert len(found) <= most, [query["sql"] for query in found]


def add_rows(numbers):
    """More of everything that any page shows, one set for each number."""
    document = Document.objects.get(key="senate-article")
    subjects = [one.subject for one in Institution.objects.select_related("subject")]
    for n in numbers:
        passage = factories.PassageFactory(document=document, position=1000 + n)
        other = factories.DocumentFactory()
        for subject in subjects:
            fact = factories.FactFactory(
                subject=subject, aspect="choice-more", citation=None
            )
            factories.CitationFactory(fact=fact, passage=passage)
            factories.CitationFactory(fact=fact, passage__document=other)
            factories.NameFactory(fact=fact, is_main=False, text=f"name {n}")
            factories.SeatPartFactory(
                composition__fact__subject=subject,
                composition__fact__start=f"{1940 + n}",
                composition__fact__end=f"{1941 + n}",
            )
            claim = factories.ClaimFactory(disagreement__subject=subject, passage=passage)
            factories.ClaimFactory(disagreement=claim.disagreement)
            judged = factories.AssessmentFactory(subject=subject, passage=passage)
        for row in (fact, subject, passage, other, claim.disagreement, judged):
            factories.ChangeFactory(row=row)
            factories.AssessmentFactory(subject=subject, passage=passage)
        for aspect in ("dissolved", "first-sitting"):
            factories.FactFactory(
                subject=subjects[0], aspect=aspect, basis="attributed", start=f"{1990 + n}"
            )
        new = factories.ExistenceFactory().fact.subject
        factories.InstitutionFactory(subject=new, position=20 + n)
        add_votes(passage)


def add_votes(passage):
    """One more of all that the pages of elections, parties and people show."""
    slugs = [
        one["slug"]
        for name in ("election-detail", "party-detail", "person-detail")
        for one in ARGUMENTS[f"elections:{name}"]
    ]
    known = {one.key: one for one in Subject.objects.filter(key__in=slugs)}
    for subject in known.values():
        fact = factories.FactFactory(subject=subject)
        factories.ClaimFactory(disagreement__subject=subject, passage=passage, fact=fact)
        factories.AssessmentFactory(subject=subject, passage=passage)
        naming = factories.FactFactory(subject=subject, aspect="name")
        factories.NameFactory(fact=naming)
        factories.FigureFactory(fact__subject=subject, measure="observers")
        result = factories.ResultFactory(fact__subject=subject)
        factories.ResultRowFactory(result=result, contestant=known["amanat"], seats=1)
    factories.MergerFactory(into=known["amanat"])
    factories.MembershipFactory(person=known["kassym-jomart-tokayev"])
    election = factories.ElectionFactory(kind="majilis")
    factories.FigureFactory(fact__subject=election.subject, measure="seats", value="98")
    result = factories.ResultFactory(fact__subject=election.subject)
    for key in ("amanat", "kassym-jomart-tokayev"):
        factories.ResultRowFactory(
            result=result, contestant=known[key], share="50", seats=49
        )
    majilis = Subject.objects.get(key="majilis")
    for person in factories.SubjectFactory(topic="people"), *known.values():
        factories.WinnerFactory(contestant=person)
    system = factories.SystemFactory(fact__subject=majilis, fact__start="2023-03-19")
    factories.NameFactory(fact=system.fact, is_main=False)


def test_the_number_of_queries_is_small_and_does_not_grow(client):
    client.get("/healthz")  # the first request of a day asks what is due
    add_rows(range(1))
    with_one = {address: queries_of(client, address) for address in addresses()}
    add_rows(range(1, 9))
    with_nine = {address: queries_of(client, address) for address in addresses()}
    assert with_one == with_nine
    assert {one: n for one, n in with_nine.items() if n > MOST_QUERIES} == {}
