"""Kept pages that several machines share, in Redis.

Redis is a help and no need: what it does not answer at once is made anew.
"""

from __future__ import annotations

import json
import logging
import time
from collections.abc import Callable
from hashlib import sha256
from typing import Any

from redis import Redis, RedisError
from redis.backoff import NoBackoff
from redis.retry import Retry

from web.page_shelves import KeptPage, Key

logger = logging.getLogger(__name__)

LONGEST_WAIT = 0.1
"""Seconds after which Redis counts as gone; it answers in a thousandth."""
LEFT_ALONE = 10.0
"""Seconds for which it is not asked again then, so that it slows one page and no more."""
KEPT_FOR = 24 * 60 * 60
"""Seconds for which a page is kept; each is of one day."""


class RedisPages:
    """Pages in Redis. While it does not answer there are none, and none are kept.

    ``release`` tells this version of the site from others that share the same Redis.
    """

    def __init__(self, url: str, release: str) -> None:
        self._redis: Redis = Redis.from_url(
            url,
            socket_timeout=LONGEST_WAIT,
            socket_connect_timeout=LONGEST_WAIT,
            retry=Retry(NoBackoff(), 0),
        )
        self._release = release
        self._is_gone = False
        self._gone_until = 0.0

    def get(self, key: Key) -> KeptPage | None:
        """The page of a key; nothing where there is none."""
        found = self._asked(lambda: self._redis.get(self._name(key)))
        return _page_of(found) if found else None

    def put(self, key: Key, page: KeptPage) -> None:
        """Keep a page for a day."""
        self._asked(lambda: self._redis.set(self._name(key), _text_of(page), ex=KEPT_FOR))

    def _name(self, key: Key) -> str:
        return f"page:{sha256(repr((self._release, key)).encode()).hexdigest()}"

    def _asked(self, ask: Callable[[], Any]) -> Any:
        """What Redis answers; nothing while it is gone. One in ten seconds tries then."""
        now = time.monotonic()
        if now < self._gone_until:
            return None
        if self._is_gone:
            self._gone_until = now + LEFT_ALONE
        try:
            answer = ask()
        except RedisError as error:
            self._gone_until = now + LEFT_ALONE
            if not self._is_gone:
                logger.warning(
                    "Redis does not answer; pages are kept here alone: %s", error
                )
            self._is_gone = True
            return None
        if self._is_gone:
            logger.warning("Redis answers again.")
            self._is_gone = False
            self._gone_until = 0.0
        return answer


def _text_of(page: KeptPage) -> bytes:
    """A page as it stands in Redis: a line of its headers, then its body."""
    return json.dumps([page.etag, page.headers]).encode() + b"\n" + page.body


def _page_of(text: bytes) -> KeptPage:
    head, _, body = text.partition(b"\n")
    etag, headers = json.loads(head)
    return KeptPage([(name, value) for name, value in headers], body, etag)
