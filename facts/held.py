"""What a worker holds of the content: each reading of it, for as long as an edition lasts.

The content changes only with its edition and is read a thousand times as often. A function
marked ``held`` that reads it, or works something out from it, does so once for each
edition, language and set of arguments. What it returns is shared by all requests, so
nobody may change it.

Readings are held only inside ``of_edition``, which is around each request. Commands read
the database each time, and so does a request from where it writes content.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable, Iterator, Sized
from contextlib import contextmanager
from contextvars import ContextVar
from functools import wraps
from threading import Lock
from typing import Any, TypeVar, cast

from django.conf import settings

from facts.localised import active_language
from facts.turns import Turns

Function = TypeVar("Function", bound=Callable[..., Any])

UNSIZED = 50
"""Rows that a reading counts for that has no length: one vote, with its facts."""
LARGEST = 3
"""A reading that takes more than one of so many parts of the room is not held."""

_turns = Turns()
_edition: ContextVar[int | None] = ContextVar("edition", default=None)


class HeldReadings:
    """Readings by their keys, of at most so many rows; the longest unread go first."""

    def __init__(self, most: int) -> None:
        self._readings: OrderedDict[Hashable, tuple[Any, int]] = OrderedDict()
        self._lock = Lock()
        self._most = most
        self._edition: int | None = None
        self.rows = 0

    def begin(self, edition: int) -> None:
        """Let go of what was read of an edition before this one."""
        with self._lock:
            if self._edition != edition:
                self._clear()
                self._edition = edition

    def get(self, key: Hashable) -> tuple[Any, ...]:
        """The reading of a key, in a tuple of its own; empty where there is none."""
        with self._lock:
            if (found := self._readings.get(key)) is None:
                return ()
            self._readings.move_to_end(key)
            return found[:1]

    def put(self, key: Hashable, reading: Any) -> None:
        """Hold a reading, and let go what that leaves no room for."""
        rows = 1 + _rows_in(reading)
        if rows > self._most // LARGEST:
            return
        with self._lock:
            _reading, before = self._readings.pop(key, (None, 0))
            self._readings[key] = reading, rows
            self.rows += rows - before
            while self.rows > self._most:
                _key, (_reading, gone) = self._readings.popitem(last=False)
                self.rows -= gone

    def clear(self) -> None:
        """Let go of everything."""
        with self._lock:
            self._clear()

    def _clear(self) -> None:
        self._readings.clear()
        self.rows = 0


def _rows_in(reading: Any) -> int:
    """About how many rows of the content are in what was read; a text has none."""
    if isinstance(reading, str):
        return 0
    return len(reading) if isinstance(reading, Sized) else UNSIZED


readings = HeldReadings(settings.HELD_ROWS)
"""What this worker holds."""


@contextmanager
def of_edition(number: int | None) -> Iterator[None]:
    """Hold what is read inside the block as that of an edition; without one nothing is."""
    before = _edition.set(number)
    try:
        yield
    finally:
        _edition.reset(before)


def hold_no_longer() -> None:
    """Read anew to the end of the request: it has written, perhaps to take it back."""
    _edition.set(None)


def held(read: Function) -> Function:
    """Let ``read`` be asked once for an edition, a language and its arguments.

    The arguments must be hashable, and what it returns depend on nothing else: a function
    that looks at the clock takes the day.
    """

    @wraps(read)
    def reading(*args: Hashable) -> Any:
        edition = _edition.get()
        if edition is None:
            return read(*args)
        readings.begin(edition)
        key = (edition, active_language(), read, args)
        if found := readings.get(key):
            return found[0]
        with _turns.of(key):  # a class asks for it at the same moment
            if found := readings.get(key):
                return found[0]
            answer = read(*args)
            readings.put(key, answer)
            return answer

    return cast(Function, reading)
