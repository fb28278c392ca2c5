"""Points in time on a line, gathered so that a finger can meet them: geometry only."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Generic, TypeVar

from web.charts.lanes import Bar
from web.charts.timescale import Scale

T = TypeVar("T")
WIDTH = 24
"""The smallest target that WCAG 2.2 allows (2.5.8), in CSS pixels."""
APART = 3
"""What two bars of one row keep between them."""


@dataclass(frozen=True)
class Cluster(Generic[T]):
    """A stretch of the line, and what stands in it, in the order given."""

    x: int
    items: list[T]
    width: int = WIDTH

    @property
    def centre(self) -> int:
        """The middle of the stretch."""
        return self.x + self.width // 2


def clusters(items: Iterable[tuple[T, date]], scale: Scale) -> list[Cluster[T]]:
    """Gather ``(what, day)`` into stretches of equal width, from left to right.

    A day outside the scale falls into the stretch at the edge.
    """
    last = scale.width // WIDTH - 1
    stretches: dict[int, list[T]] = {}
    for what, day in items:
        number = min(int(scale.x(day) // WIDTH), last)
        stretches.setdefault(number, []).append(what)
    return [Cluster(number * WIDTH, stretches[number]) for number in sorted(stretches)]


def in_rows(bars: Sequence[Bar]) -> list[list[Bar]]:
    """The bars in as few rows as it takes that none covers another."""
    rows: list[list[Bar]] = []
    for bar in sorted(bars, key=lambda bar: (bar.x, bar.width)):
        for row in rows:
            if row[-1].x + row[-1].width + APART <= bar.x:
                row.append(bar)
                break
        else:
            rows.append([bar])
    return rows
