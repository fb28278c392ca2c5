"""Visitors: they ask, one after the other or many at once, and note how long it took."""

from __future__ import annotations

import time
from collections.abc import Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPSConnection
from itertools import chain
from math import ceil
from ssl import CERT_NONE, create_default_context

ASKED_WITH = {"Host": "localhost", "Accept-Encoding": "gzip"}


@dataclass(frozen=True)
class Answer:
    """What a server answered."""

    status: int
    headers: list[tuple[str, str]]
    body: bytes

    @property
    def tag(self) -> str:
        """Its ETag."""
        return next(value for name, value in self.headers if name == "ETag")


@dataclass(frozen=True)
class Door:
    """Where visitors ask: a port of this machine, by TLS or without."""

    port: int
    is_tls: bool = False

    def connection(self) -> HTTPConnection:
        """A new connection; the certificate of a test is nobody's."""
        if not self.is_tls:
            return HTTPConnection("127.0.0.1", self.port, timeout=60)
        trusting = create_default_context()
        trusting.check_hostname, trusting.verify_mode = False, CERT_NONE
        return HTTPSConnection("127.0.0.1", self.port, timeout=60, context=trusting)

    def ask(self, address: str, tag: str = "") -> Answer:
        """Ask for a page on a connection of its own; with a tag, whether it changed."""
        with closing(self.connection()) as connection:
            asked_with = {**ASKED_WITH, "If-None-Match": tag} if tag else ASKED_WITH
            connection.request("GET", address, headers=asked_with)
            answer = connection.getresponse()
            return Answer(answer.status, answer.getheaders(), answer.read())

    def ask_all(self, addresses: Iterable[str], tag: str = "") -> None:
        """Ask for one page after the other; fails where one is an error."""
        for address in addresses:
            status = self.ask(address, tag).status
            assert status < 400, f"{address} answers {status}"


def at_once(door: Door, pages_of_each: Sequence[Sequence[str]]) -> list[tuple[float, int]]:
    """Let everybody ask for her pages, all at once: seconds and status of each answer."""

    def visit(pages: Sequence[str]) -> list[tuple[float, int]]:
        found = []
        for page in pages:
            start = time.monotonic()
            status = door.ask(page).status
            found.append((time.monotonic() - start, status))
        return found

    with ThreadPoolExecutor(len(pages_of_each)) as visitors:
        return list(chain.from_iterable(visitors.map(visit, pages_of_each)))


def percentile(times: Iterable[float], share: float) -> float:
    """The time that so large a share of them does not pass."""
    ordered = sorted(times)
    return ordered[max(ceil(share * len(ordered)) - 1, 0)]
