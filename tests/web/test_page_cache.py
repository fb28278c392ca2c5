"""Pages that are kept, on an application of three lines."""

from __future__ import annotations

from datetime import date

import pytest
from django.utils import timezone

from tests.asking import ask
from web.page_cache import KEPT, KeptPage, PageCache, Shelf

LARGE = 1_000_000


class Counting:
    """An application that counts how often it is asked, and says it in its answer."""

    def __init__(self, status="200 OK", **headers):
        self.asked = 0
        self.status = status
        self.headers = {"Cache-Control": KEPT, "ETag": '"tag"', "Vary": "Cookie"} | headers

    def __call__(self, environ, start_response):
        self.asked += 1
        start_response(self.status, [pair for pair in self.headers.items() if pair[1]])
        return [f"answer {self.asked}".encode()]


def cached(application, edition=lambda: 1, edition_now=lambda: 1, most_bytes=LARGE):
    return PageCache(application, edition, edition_now, most_bytes)


def test_the_same_page_is_made_once():
    pages = cached(Counting())
    assert ask(pages) == ask(pages)
    assert ask(pages)[2] == b"answer 1"


@pytest.mark.parametrize(
    "other",
    [
        {"path": "/en/about/"},
        {"query": "on=2007"},
        {"HTTP_HOST": "elsewhere"},
        {"HTTP_X_FORWARDED_PROTO": "https"},
        {"wsgi.url_scheme": "https"},
        {"HTTP_ACCEPT_ENCODING": "gzip, br"},
        {"HTTP_HX_REQUEST": "true"},
        {"HTTP_HX_REQUEST": "true", "HTTP_HX_BOOSTED": "true"},
        {"HTTP_HX_TARGET": "matrix"},
    ],
)
def test_what_makes_another_page(other):
    pages = cached(Counting())
    assert ask(pages)[2] == b"answer 1"
    assert ask(pages, **other)[2] == b"answer 2"
    assert ask(pages, **other)[2] == b"answer 2"
    assert ask(pages)[2] == b"answer 1"


@pytest.mark.parametrize(
    "headers",
    [
        {"Cache-Control": "no-store"},
        {"Cache-Control": ""},
        {"ETag": ""},
        {"Set-Cookie": "a=b"},
        {"status": "404 Not Found"},
    ],
)
def test_an_answer_that_may_not_be_kept(headers):
    pages = cached(Counting(**headers))
    assert [ask(pages)[2], ask(pages)[2]] == [b"answer 1", b"answer 2"]


@pytest.mark.parametrize(
    "other",
    [
        {"REQUEST_METHOD": "HEAD"},
        {"REQUEST_METHOD": "POST"},
        {"query": "kind=slip&words=senate"},
        {"query": "on=" + "1" * 200},
        {"HTTP_RANGE": "bytes=0-1"},
        {"HTTP_HX_REQUEST": "yes"},
        {"HTTP_HX_REQUEST": "%74rue", "HTTP_HX_REQUEST_URI_AUTOENCODED": "true"},
        {"HTTP_HX_TARGET": "%6d", "HTTP_HX_TARGET_URI_AUTOENCODED": "true"},
        {"HTTP_X_FORWARDED_PROTO": "https, http"},
    ],
)
def test_a_request_whose_answer_is_never_kept(other):
    pages = cached(Counting())
    assert ask(pages, **other)[2] == b"answer 1"
    assert ask(pages, **other)[2] == b"answer 2"


@pytest.mark.parametrize("known", ['"tag"', 'W/"tag"', '"other", W/"tag"', "*"])
def test_who_has_it_already_gets_304_with_the_headers_of_the_page(known):
    pages = cached(Counting())
    ask(pages)
    status, headers, body = ask(pages, HTTP_IF_NONE_MATCH=known)
    assert (status, body) == ("304 Not Modified", b"")
    assert headers == {"Cache-Control": KEPT, "ETag": '"tag"', "Vary": "Cookie"}


def test_who_has_another_gets_the_page():
    pages = cached(Counting())
    ask(pages)
    assert ask(pages, HTTP_IF_NONE_MATCH='"other"')[2] == b"answer 1"


def test_a_new_edition_and_a_new_day_are_made_anew(monkeypatch):
    edition = [1]
    pages = cached(Counting(), lambda: edition[0], lambda: edition[0])
    assert ask(pages)[2] == b"answer 1"
    edition[0] = 2
    assert [ask(pages)[2], ask(pages)[2]] == [b"answer 2", b"answer 2"]
    monkeypatch.setattr(timezone, "localdate", lambda: date(2026, 11, 23))
    assert ask(pages)[2] == b"answer 3"


def test_nothing_is_kept_of_a_page_during_which_somebody_published():
    pages = cached(Counting(), edition_now=lambda: 2)
    assert [ask(pages)[2], ask(pages)[2]] == [b"answer 1", b"answer 2"]


def test_nothing_is_kept_where_the_database_does_not_answer():
    pages = cached(Counting(), lambda: None)
    assert [ask(pages)[2], ask(pages)[2]] == [b"answer 1", b"answer 2"]


def test_other_spellings_of_the_host_push_out_no_plain_page():
    pages = cached(Counting(), most_bytes=10_000)
    assert ask(pages)[2] == b"answer 1"
    for port in range(1, 31):
        ask(pages, HTTP_HOST=f"testserver:{port}")
        ask(pages, HTTP_HX_TARGET=f"target-{port}")
    assert ask(pages)[2] == b"answer 1"


def test_other_days_push_out_no_page_without_a_query():
    pages = cached(Counting(), most_bytes=10_000)
    assert ask(pages)[2] == b"answer 1"
    for year in range(1990, 2020):
        ask(pages, query=f"on={year}")
    assert ask(pages)[2] == b"answer 1"
    assert ask(pages, query="on=2019")[2] == b"answer 31"
    assert ask(pages, query="on=1990")[2] == b"answer 32"


def test_a_shelf_lets_go_what_was_read_longest_ago():
    shelf = Shelf(3 * KeptPage([], b"a", "").size)
    for key in ("a", "b", "c"):
        shelf.put((key,), KeptPage([], key.encode(), ""))
    assert shelf.get(("a",))
    shelf.put(("d",), KeptPage([], b"d", ""))
    shelf.put(("d",), KeptPage([], b"e", ""))
    assert shelf.get(("b",)) is None
    assert [shelf.get((key,)).body for key in "acd"] == [b"a", b"c", b"e"]
    assert shelf.size == 3 * KeptPage([], b"a", "").size
