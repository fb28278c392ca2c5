"""Pages that were made before, answered again without Django.

A WSGI application in front of the site's own. An answer is kept for one edition of the
content and one day, as the bytes that were sent: what depends on anything else is not
kept. A publication raises the edition, so that nobody is shown what was before.
"""

from __future__ import annotations

import re
from collections import OrderedDict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from threading import Lock
from typing import Any
from urllib.parse import parse_qsl

from web.clock import today

Environ = dict[str, Any]
StartResponse = Callable[..., Any]
Application = Callable[[Environ, StartResponse], Iterable[bytes]]
Headers = list[tuple[str, str]]
Key = tuple[Any, ...]

KEPT = "public, no-cache"
"""What a page that may be kept says in ``Cache-Control``."""
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
ENCODED = "_URI_AUTOENCODED"
"""How a header ends that lets another one be written otherwise: see HtmxDetails."""
TARGET = "HTTP_HX_TARGET"
IN_304 = {"cache-control", "etag", "vary", "content-location", "date", "expires"}
GZIP = re.compile(r"\bgzip\b")
PLAIN_HOST = re.compile(r"[a-z0-9.-]+")
"""A Host as browsers write it; strangers can spell one in as many ways as they like."""


@dataclass(frozen=True)
class KeptPage:
    """An answer as it was sent."""

    headers: Headers
    body: bytes
    etag: str

    @property
    def size(self) -> int:
        """Bytes that it takes, about."""
        return len(self.body) + 2000


class Shelf:
    """Pages by their keys, at most so many bytes; the longest unread go first."""

    def __init__(self, most_bytes: int) -> None:
        self._pages: OrderedDict[Key, KeptPage] = OrderedDict()
        self._lock = Lock()
        self._most = most_bytes
        self.size = 0

    def get(self, key: Key) -> KeptPage | None:
        """The page of a key, read just now; nothing where there is none."""
        with self._lock:
            if (page := self._pages.get(key)) is not None:
                self._pages.move_to_end(key)
            return page

    def put(self, key: Key, page: KeptPage) -> None:
        """Keep a page, and let go what that leaves no room for."""
        with self._lock:
            if (before := self._pages.pop(key, None)) is not None:
                self.size -= before.size
            self._pages[key] = page
            self.size += page.size
            while self.size > self._most:
                _, gone = self._pages.popitem(last=False)
                self.size -= gone.size


class PageCache:
    """An application that answers again what ``application`` answered before.

    ``edition`` says which edition of the content there is now, as a worker knows it;
    ``edition_now`` asks the database itself. Where they say nothing, nothing is kept.
    Plain requests have half of ``most_bytes`` for themselves: whoever asks for many days,
    or spells the Host in many ways, pushes out none of their pages.
    """

    def __init__(
        self,
        application: Application,
        edition: Callable[[], int | None],
        edition_now: Callable[[], int | None],
        most_bytes: int,
    ) -> None:
        self._application = application
        self._edition = edition
        self._edition_now = edition_now
        self._plain = Shelf(most_bytes // 2)
        self._asked = Shelf(most_bytes // 2)

    def __call__(self, environ: Environ, start_response: StartResponse) -> Iterable[bytes]:
        if not _may_be_kept(environ) or (edition := self._edition()) is None:
            return self._application(environ, start_response)
        key = (edition, today(), *_asked_for(environ))
        shelf = self._plain if _is_plain(environ) else self._asked
        if page := shelf.get(key):
            return _sent(page, environ, start_response)
        return self._made(environ, start_response, shelf, key)

    def _made(
        self, environ: Environ, start_response: StartResponse, shelf: Shelf, key: Key
    ) -> Iterable[bytes]:
        """The answer of the application; kept where it may be."""
        started: list[tuple[str, Headers]] = []

        def start(status: str, headers: Headers, *args: Any) -> Any:
            started.append((status, headers))
            return start_response(status, headers, *args)

        answer = self._application(environ, start)
        status, headers = started[-1]
        names = {name.lower(): value for name, value in headers}
        if not status.startswith("200") or not _says_keep(names):
            return answer
        body = b"".join(answer)
        if hasattr(answer, "close"):
            answer.close()
        # Somebody may have published while the page was made.
        if (self._edition_now(), today()) == key[:2]:
            shelf.put(key, KeptPage(headers, body, names["etag"]))
        return [body]


def _may_be_kept(environ: Environ) -> bool:
    """Whether an answer to this request may be one that is kept."""
    query = environ.get("QUERY_STRING", "")
    if environ["REQUEST_METHOD"] != "GET" or len(query) > LONGEST_QUERY:
        return False
    if "HTTP_RANGE" in environ or any(name.endswith(ENCODED) for name in environ):
        return False
    # What is written in a way of its own might be read otherwise here than by the site.
    if any(environ.get(name, known[0]) not in known for name, known in VARYING.items()):
        return False
    names = {name for name, value in parse_qsl(query) if value}
    return names.isdisjoint(NEVER_KEPT)


def _is_plain(environ: Environ) -> bool:
    """Whether a request has nothing in it that a stranger could vary at will."""
    is_own_host = PLAIN_HOST.fullmatch(environ.get("HTTP_HOST", "")) is not None
    return is_own_host and not environ.get("QUERY_STRING") and TARGET not in environ


def _asked_for(environ: Environ) -> Key:
    """What an answer depends on, beside the edition and the day."""
    is_gzip = bool(GZIP.search(environ.get("HTTP_ACCEPT_ENCODING", "")))
    return (
        environ["wsgi.url_scheme"],
        environ.get("HTTP_HOST", ""),
        environ.get("PATH_INFO", ""),
        environ.get("QUERY_STRING", ""),
        is_gzip,
        *(environ.get(name, "") for name in (*VARYING, TARGET)),
    )


def _says_keep(headers: Mapping[str, str]) -> bool:
    return (
        headers.get("cache-control") == KEPT
        and "etag" in headers
        and "set-cookie" not in headers
    )


def _sent(
    page: KeptPage, environ: Environ, start_response: StartResponse
) -> Iterable[bytes]:
    """A kept page: its bytes, or 304 for who has them already."""
    if _has_it(environ.get("HTTP_IF_NONE_MATCH", ""), page.etag):
        kept = [(name, text) for name, text in page.headers if name.lower() in IN_304]
        start_response("304 Not Modified", kept)
        return []
    start_response("200 OK", list(page.headers))
    return [page.body]


def _has_it(known: str, etag: str) -> bool:
    """Whether ``If-None-Match`` names the tag; weak tags are the same as strong ones."""
    tags = {tag.strip().removeprefix("W/") for tag in known.split(",")}
    return etag.removeprefix("W/") in tags or known.strip() == "*"
