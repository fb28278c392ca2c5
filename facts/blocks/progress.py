"""How far a long work is: told on one line of a terminal, and to nobody else."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

Progress = Callable[[str, int, int], None]
"""Is told what is being done, and how much of how much of it is done."""

STEPS = 50
"""How often one work is told of at most."""

CLEAR_LINE = "\r\x1b[K"


class Stream(Protocol):
    """What can be written to, and knows whether it is a terminal."""

    def isatty(self) -> bool: ...
    def write(self, text: str, /) -> object: ...
    def flush(self) -> object: ...


def silently(doing: str, done: int, total: int) -> None:
    """Tell nobody."""


def told_on(stream: Stream) -> Progress:
    """Progress on ``stream``: a line that is overwritten, and gone when all is done.

    A stream that is no terminal is told nothing: no file wants such a line.
    """
    if not stream.isatty():
        return silently

    def tell(doing: str, done: int, total: int) -> None:
        if done == total:
            stream.write(CLEAR_LINE)
        elif done % (total // STEPS + 1) == 0:
            stream.write(f"{CLEAR_LINE}{doing}: {done} of {total}")
        stream.flush()

    return tell
