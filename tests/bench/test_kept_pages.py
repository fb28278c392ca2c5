"""Pages that workers keep, and publications: nobody is shown what was before."""

from __future__ import annotations

import gzip
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from bench.changes.applying import new_breaches
from config.wsgi import Utf8Handler
from facts.edition import number_now
from tests.asking import ask
from tests.bench.live_site import Browser
from tests.bench.making_changes import drafted
from web.page_cache import PageCache

KEY = "hall-rule-6"
"""A fact that no other test of the running site changes."""
PUBLISHED = 10
ASKED = 8
"""Requests after each publication: so many that each of two workers answers some."""


def test_every_worker_shows_a_publication_at_once(site):
    anna, vera, reader = Browser(site, "anna"), Browser(site, "vera"), Browser(site)
    before = reader.get("/en/changes/").text.count("The custom of number")
    assert before == 0
    for number in range(1, PUBLISHED + 1):
        change = anna.begin(KEY)
        sentence = {"row-sentence_en": f"The custom of number {number}."}
        anna.send(change, **sentence)
        vera.approve(change)
        for _ in range(ASKED):
            shown = reader.get("/en/changes/").text
            assert f"The custom of number {number}." in shown
            assert f"The custom of number {number + 1}." not in shown


@pytest.mark.django_db
def test_what_is_only_tried_begins_no_edition(editor):
    before = number_now()
    new_breaches(drafted(editor))
    assert number_now() == before


@pytest.mark.django_db
@pytest.mark.parametrize("address", ["/en/", "/en/chambers/senate/", "/en/timeline/"])
def test_a_kept_page_is_the_page_and_asks_for_the_edition_alone(address):
    pages = PageCache(Utf8Handler(), number_now, number_now, 1_000_000)
    first = ask(pages, address, HTTP_ACCEPT_ENCODING="gzip")
    with CaptureQueriesContext(connection) as queries:
        again = ask(pages, address, HTTP_ACCEPT_ENCODING="gzip")
    assert again == first
    assert b"</html>" in gzip.decompress(again[2])
    told = [query["sql"] for query in queries]
    assert len(told) <= 1
    assert all("facts_edition" in sql for sql in told)


class CountedSite(Utf8Handler):
    """The site, which counts how often it is asked."""

    asked = 0

    def __call__(self, *args: Any) -> Any:
        """Answer, and count."""
        self.asked += 1
        return super().__call__(*args)


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("address", "query", "made"),
    [
        ("/en/members/check/", "role=senator&age=40&day=2010-01-01", 2),
        ("/en/timeline/", "words=senate", 2),
        ("/en/timeline/", "decade=1990", 1),
    ],
)
def test_what_a_visitor_checks_or_looks_for_is_kept_nowhere(address, query, made):
    site = CountedSite()
    pages = PageCache(site, number_now, number_now, 1_000_000)
    for _ in range(2):
        assert ask(pages, address, query)[0] == "200 OK"
    assert site.asked == made


@pytest.mark.django_db
@pytest.mark.parametrize(
    "headers",
    [
        {"HTTP_HX_REQUEST": "true"},
        {"HTTP_HX_REQUEST": "%74rue", "HTTP_HX_REQUEST_URI_AUTOENCODED": "true"},
        {"HTTP_X_FORWARDED_PROTO": "https, http"},
    ],
)
def test_nobody_puts_another_page_in_the_place_of_a_kept_one(headers):
    pages = PageCache(Utf8Handler(), number_now, number_now, 1_000_000)
    right = ask(Utf8Handler(), "/en/chambers/")[2]
    ask(pages, "/en/chambers/", **headers)
    assert ask(pages, "/en/chambers/")[2] == right
