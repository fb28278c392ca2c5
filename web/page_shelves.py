"""Where kept pages stand: in the memory of a worker."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass, field
from threading import Lock
from typing import Any

Headers = list[tuple[str, str]]
Key = tuple[Any, ...]

IN_304 = {"cache-control", "etag", "vary", "content-location", "date", "expires"}
"""Headers of a page that stand in its 304 too: RFC 9110, 15.4.5."""


@dataclass(frozen=True)
class KeptPage:
    """An answer as it was sent."""

    headers: Headers
    body: bytes
    etag: str
    headers_of_304: Headers = field(init=False)

    def __post_init__(self) -> None:
        kept = [(name, text) for name, text in self.headers if name.lower() in IN_304]
        object.__setattr__(self, "headers_of_304", kept)

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
