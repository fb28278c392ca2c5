"""Days along a horizontal axis: geometry only, shared by all charts over time."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property

WIDTH = 600
MOST_COLUMNS = 8
STEPS = (1, 2, 5, 10, 20)
"""Years between two ticks; the smallest that leaves few enough columns is taken."""


@dataclass(frozen=True)
class Tick:
    """A year that the axis names, and where its first day stands."""

    year: int
    x: float


@dataclass(frozen=True)
class Scale:
    """The years from the first day of ``first`` to the first day of ``last``."""

    first: int
    last: int
    step: int
    width: int = WIDTH

    @property
    def first_day(self) -> date:
        """The day at the left edge."""
        return date(self.first, 1, 1)

    @property
    def last_day(self) -> date:
        """The day at the right edge."""
        return date(self.last, 1, 1)

    def x(self, day: date) -> float:
        """Where ``day`` stands, 0 to ``width``; a day outside stands at the edge."""
        start = self.first_day.toordinal()
        length = self.last_day.toordinal() - start
        share = (day.toordinal() - start) / length
        return round(min(max(share, 0), 1) * self.width, 1)

    @cached_property
    def ticks(self) -> list[Tick]:
        """The years to name, without the one at the right edge."""
        return [
            Tick(year, self.x(date(year, 1, 1)))
            for year in range(self.first, self.last, self.step)
        ]


def scale_over(days: Iterable[date]) -> Scale:
    """A scale with round years that holds all ``days``.

    The ends of the calendar, which stand for "open", are left out. Raises ``ValueError``
    where no other day is given.
    """
    years = {day.year for day in days if day not in (date.min, date.max)}
    if not years:
        raise ValueError("A scale needs a day.")
    for step in STEPS:
        first = min(years) // step * step
        last = (max(years) // step + 1) * step
        if (last - first) // step <= MOST_COLUMNS:
            break
    return Scale(first, last, step)
