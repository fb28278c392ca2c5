"""Pages that were made before, answered again without Django.

A WSGI application in front of the site's own. An answer is kept for one edition of the
content and one day, as the bytes that were sent: what depends on anything else is not
kept. A publication raises the edition, so that nobody is shown what was before.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Mapping
from contextlib import AbstractContextManager, nullcontext
from typing import Any, Protocol
from urllib.parse import parse_qsl

from web.clock import DayWatch
from web.content_coding import coding_for
from web.page_shelves import Headers, KeptPage, Key, Shelf
from web.public_page import MAY_BE_KEPT

Environ = dict[str, Any]
StartResponse = Callable[..., Any]
Application = Callable[[Environ, StartResponse], Iterable[bytes]]

NEVER_KEPT = ("words",)
"""Parameters that a visitor types at will: the words that she looks for are not kept."""
LONGEST_QUERY = 200
"""Characters of a query whose answer is kept; the links of the site ask less."""
VARYING = {
    "HTTP_HX_REQUEST": ("true",),
    "HTTP_HX_BOOSTED": ("true",),
    "HTTP_HX_HISTORY_RESTORE_REQUEST": ("true",),
    "HTTP_X_FORWARDED_PROTO": ("http", "https"),
}
"""Headers on which a page depends, and what browsers and proxies send in them."""
TARGET = "HTTP_HX_TARGET"
ENCODED = tuple(
    f"{name}_URI_AUTOENCODED" for name in (*VARYING, TARGET) if name.startswith("HTTP_HX")
)
"""What lets a header of htmx be written otherwise: see HtmxDetails."""
KEPT_WITHOUT = ("HTTP_RANGE", *ENCODED)
"""Headers with which no answer is kept."""
ASKED = (
    "wsgi.url_scheme",
    "HTTP_HOST",
    "PATH_INFO",
    "QUERY_STRING",
    *VARYING,
    TARGET,
    *KEPT_WITHOUT,
)
"""What an answer depends on, beside the edition, the day and the coding.

The last are never there where a page is kept, so that with them none is found.
"""
PLAIN_HOST = re.compile(r"[a-z0-9.-]+")
"""A Host as browsers write it; strangers can spell one in as many ways as they like."""
ONE_DAY = "on="


def _at_once(_key: Key) -> AbstractContextManager[None]:
    """A turn without waiting: where there is one thread."""
    return nullcontext()


class SharedPages(Protocol):
    """Pages that several machines share; where it fails it finds and keeps nothing."""

    def get(self, key: Key) -> KeptPage | None:
        """The page of a key; nothing where there is none."""

    def put(self, key: Key, page: KeptPage) -> None:
        """Keep a page."""


class PageCache:
    """An application that answers again what ``application`` answered before.

    ``edition`` says which edition of the content there is now, as a worker knows it;
    ``edition_now`` asks the database itself. Where they say nothing, nothing is kept.
    ``moments`` are the days on which something changed, as they stand in addresses. Pages
    without a query have half of ``most_bytes`` for themselves, those of moments a quarter:
    whoever asks for other days, or spells the Host in many ways, pushes out none of them.
    Addresses that begin as one of ``beside`` are none of its business. ``turn`` lets in
    one thread at a time for a key, so that a page is made once.
    """

    def __init__(
        self,
        application: Application,
        edition: Callable[[], int | None],
        edition_now: Callable[[], int | None],
        most_bytes: int,
        *,
        beside: tuple[str, ...] = (),
        moments: Callable[[], Collection[str]] = tuple,
        shared: SharedPages | None = None,
        turn: Callable[[Key], AbstractContextManager[None]] = _at_once,
    ) -> None:
        self._application = application
        self._edition = edition
        self._edition_now = edition_now
        self._beside = beside
        self._day = DayWatch()
        self._moments = moments
        self._known_moments: tuple[int, Collection[str]] = (-1, ())
        self._plain = Shelf(most_bytes // 2)
        self._of_moments = Shelf(most_bytes // 4)
        self._others = Shelf(most_bytes // 4)
        self._shared = shared
        self._turn = turn

    def __call__(self, environ: Environ, start_response: StartResponse) -> Iterable[bytes]:
        if environ["REQUEST_METHOD"] != "GET" or (edition := self._edition()) is None:
            return self._application(environ, start_response)
        coding = coding_for(environ.get("HTTP_ACCEPT_ENCODING", ""))
        key = (edition, self._day(), coding, *map(environ.get, ASKED))
        page = self._plain.get(key) or self._of_moments.get(key) or self._others.get(key)
        if page:
            return _sent(page, environ, start_response)
        if environ["PATH_INFO"].startswith(self._beside) or not _may_be_kept(environ):
            return self._application(environ, start_response)
        shelf = self._shelf_for(environ, edition)
        if self._shared and (page := self._shared.get(key)):
            shelf.put(key, page)
            return _sent(page, environ, start_response)
        with self._turn(key):  # a class asks for one page at the same moment
            if page := shelf.get(key):
                return _sent(page, environ, start_response)
            return self._made(environ, start_response, shelf, key)

    def _shelf_for(self, environ: Environ, edition: int) -> Shelf:
        """The shelf on which the answer to a request belongs."""
        is_own_host = PLAIN_HOST.fullmatch(environ.get("HTTP_HOST", "")) is not None
        if not is_own_host or TARGET in environ:
            return self._others
        if not (query := environ.get("QUERY_STRING", "")):
            return self._plain
        if not query.startswith(ONE_DAY):
            return self._others
        if self._known_moments[0] != edition:
            self._known_moments = (edition, self._moments())
        is_moment = query.removeprefix(ONE_DAY) in self._known_moments[1]
        return self._of_moments if is_moment else self._others

    def _made(
        self, environ: Environ, start_response: StartResponse, shelf: Shelf, key: Key
    ) -> Iterable[bytes]:
        """The answer of the application; kept where it may be."""
        started: list[tuple[str, Headers]] = []
        answer = self._application(
            _asked_plainly(environ, key[2]),
            lambda status, headers, *_: started.append((status, headers)),
        )
        status, headers = started[-1]
        names = {name.lower(): value for name, value in headers}
        if not status.startswith("200") or not _says_keep(names):
            start_response(status, headers)
            return answer
        body = b"".join(answer)
        if hasattr(answer, "close"):
            answer.close()
        page = KeptPage(headers, body, names["etag"])
        # Somebody may have published while the page was made.
        if (self._edition_now(), self._day()) == key[:2]:
            shelf.put(key, page)
            if self._shared:
                self._shared.put(key, page)
        return _sent(page, environ, start_response)


def _may_be_kept(environ: Environ) -> bool:
    """Whether the answer to this GET may be one that is kept."""
    query = environ.get("QUERY_STRING", "")
    if len(query) > LONGEST_QUERY or any(name in environ for name in KEPT_WITHOUT):
        return False
    # What is written in a way of its own might be read otherwise here than by the site.
    if any(environ.get(name, known[0]) not in known for name, known in VARYING.items()):
        return False
    names = {name for name, value in parse_qsl(query) if value}
    return names.isdisjoint(NEVER_KEPT)


def _asked_plainly(environ: Environ, coding: str) -> Environ:
    """The request as if the visitor had nothing yet and took this coding alone."""
    asked = {**environ, "HTTP_ACCEPT_ENCODING": coding}
    asked.pop("HTTP_IF_NONE_MATCH", None)
    asked.pop("HTTP_IF_MODIFIED_SINCE", None)
    return asked


def _says_keep(headers: Mapping[str, str]) -> bool:
    return (
        headers.get("cache-control") == MAY_BE_KEPT
        and "etag" in headers
        and "set-cookie" not in headers
    )


def _sent(
    page: KeptPage, environ: Environ, start_response: StartResponse
) -> Iterable[bytes]:
    """A kept page: its bytes, or 304 for who has them already."""
    known = environ.get("HTTP_IF_NONE_MATCH")
    if known and (known == page.etag or _has_it(known, page.etag)):
        start_response("304 Not Modified", list(page.headers_of_304))
        return []
    start_response("200 OK", list(page.headers))
    return [page.body]


def _has_it(known: str, etag: str) -> bool:
    """Whether ``If-None-Match`` names the tag; weak tags are the same as strong ones."""
    tags = {tag.strip().removeprefix("W/") for tag in known.split(",")}
    return etag.removeprefix("W/") in tags or known.strip() == "*"
