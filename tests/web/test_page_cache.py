"""Pages that are kept, on an application of three lines."""

from __future__ import annotations

import time
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from itertools import count

import pytest
from django.utils import timezone

from facts.turns import Turns
from tests.asking import ask
from web import clock
from web.page_cache import PageCache
from web.public_page import MAY_BE_KEPT

LARGE = 1_000_000


class Counting:
    """An application that counts how often it is asked, and says it in its answer."""

    def __init__(self, status="200 OK", **headers):
        self.asked = 0
        self.status = status
        self.headers = {
            "Cache-Control": MAY_BE_KEPT,
            "ETag": '"tag"',
            "Vary": "Cookie",
        } | headers

    def __call__(self, environ, start_response):
        self.asked += 1
        self.environ = environ
        start_response(self.status, [pair for pair in self.headers.items() if pair[1]])
        return [f"answer {self.asked}".encode()]


class SlowCounting(Counting):
    """One that takes its time, so that others ask meanwhile."""

    def __call__(self, *args):
        time.sleep(0.05)
        return super().__call__(*args)


def cached(
    application, edition=lambda: 1, edition_now=lambda: 1, most_bytes=LARGE, **others
):
    return PageCache(application, edition, edition_now, most_bytes, **others)


@pytest.fixture(autouse=True)
def seconds(monkeypatch):
    """A clock that goes on by a second whenever it is asked, so that no day is believed."""
    monkeypatch.setattr(clock.time, "time", count(1).__next__)


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
    assert headers == {"Cache-Control": MAY_BE_KEPT, "ETag": '"tag"', "Vary": "Cookie"}


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


def test_days_on_which_something_changed_are_pushed_out_by_no_other_days():
    pages = cached(Counting(), most_bytes=10_000, moments=lambda: {"2007-08-29"})
    assert ask(pages, query="on=2007-08-29")[2] == b"answer 1"
    for year in range(1990, 2020):
        ask(pages, query=f"on={year}")
    for port in range(1, 31):
        ask(pages, query="on=2007-08-29", HTTP_HOST=f"testserver:{port}")
    assert ask(pages, query="on=2007-08-29")[2] == b"answer 1"


def test_the_moments_are_asked_once_in_an_edition():
    asked = []
    pages = cached(Counting(), moments=lambda: asked.append(1) or {"2007"})
    for year in range(1990, 2020):
        ask(pages, query=f"on={year}")
    assert len(asked) == 1


def test_a_page_is_kept_for_who_comes_after_one_who_had_it():
    application = Counting()
    pages = cached(application)
    assert ask(pages, HTTP_IF_NONE_MATCH='"tag"')[0] == "304 Not Modified"
    assert "HTTP_IF_NONE_MATCH" not in application.environ
    assert ask(pages)[2] == b"answer 1"


@pytest.mark.parametrize(
    ("accepted", "coding"),
    [("gzip, deflate, br, zstd", "br"), ("br;q=0, gzip", "gzip"), ("deflate", "")],
)
def test_the_coding_is_the_one_that_the_page_is_kept_under(accepted, coding):
    application = Counting()
    pages = cached(application)
    ask(pages, HTTP_ACCEPT_ENCODING=accepted)
    assert application.environ["HTTP_ACCEPT_ENCODING"] == coding
    ask(pages, HTTP_ACCEPT_ENCODING=coding)
    assert application.asked == 1


def test_what_is_beside_the_pages_is_passed_on_as_it_came():
    application = Counting()
    pages = cached(application, beside=("/static/",))
    for _ in range(2):
        ask(pages, "/static/a.css", HTTP_IF_NONE_MATCH='"tag"')
    assert application.asked == 2
    assert application.environ["HTTP_IF_NONE_MATCH"] == '"tag"'


class Drawer(dict):
    """Pages that another machine may have made."""

    put = dict.__setitem__


def test_a_page_that_another_machine_made_is_not_made_again():
    drawer = Drawer()
    first, second = cached(Counting(), shared=drawer), cached(Counting(), shared=drawer)
    assert ask(first)[2] == b"answer 1"
    assert ask(second) == ask(first)
    drawer.clear()
    assert ask(second) == ask(first)


def test_a_page_during_which_somebody_published_is_not_shared():
    drawer = Drawer()
    ask(cached(Counting(), edition_now=lambda: 2, shared=drawer))
    assert drawer == {}


def test_a_class_that_asks_at_one_moment_has_one_page_made():
    application, turns = SlowCounting(), Turns()
    pages = cached(application, turn=turns.of)
    with ThreadPoolExecutor(10) as pupils:
        bodies = set(pupils.map(lambda _pupil: ask(pages)[2], range(10)))
    assert application.asked == len(bodies) == 1
