"""One at a time: of many threads that want the same thing, one makes it and all have it."""

from __future__ import annotations

from collections.abc import Hashable, Iterator
from contextlib import contextmanager
from threading import Lock, RLock


class Turns:
    """Lets one thread at a time into what belongs to a key; other keys do not wait.

    A thread may take turns of other keys inside, as long as these never ask for the first
    one: what waits in a ring waits for ever.
    """

    def __init__(self) -> None:
        self._lock = Lock()
        self._turns: dict[Hashable, tuple[RLock, int]] = {}

    @contextmanager
    def of(self, key: Hashable) -> Iterator[None]:
        """Wait until nobody else is in a block of this key, and be in it."""
        with self._lock:
            turn, waiting = self._turns.get(key, (RLock(), 0))
            self._turns[key] = turn, waiting + 1
        try:
            with turn:
                yield
        finally:
            with self._lock:
                turn, waiting = self._turns[key]
                if waiting == 1:
                    del self._turns[key]
                else:
                    self._turns[key] = turn, waiting - 1
