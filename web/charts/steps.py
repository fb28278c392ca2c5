"""A number over time as a line of steps: geometry only, the markup is a template's.

The line stands where the number is sure. Between two sure stretches it is not known when
the one became the other: there stands a field from the lower to the higher number.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from web.charts.timescale import Scale, scale_over

TOP = 34
FLOOR = 200
HEIGHT = 230
LABEL_GAP = 8
LOWEST_DOUBT = 6
"""How high a field of doubt is at least, so that it is seen."""


@dataclass(frozen=True)
class Level:
    """A number, the first day on which it is sure, and the first on which it is not."""

    value: int
    start: date
    end: date


@dataclass(frozen=True)
class Flat:
    """A stretch of the line, and where its number is written."""

    value: int
    x1: float
    x2: float
    y: float
    label_x: float
    label_y: float


@dataclass(frozen=True)
class Doubt:
    """A field in which the number is not settled."""

    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True)
class Pause:
    """A stretch on the floor during which nobody held the number's seats."""

    x: float
    width: float


@dataclass(frozen=True)
class Steps:
    """The drawn line: flats, the fields between them, and the risers that join them.

    ``marker`` is where the day stands that the page shows.
    """

    scale: Scale
    flats: list[Flat]
    doubts: list[Doubt]
    risers: list[tuple[float, float, float]]
    pauses: list[Pause]
    marker: float
    floor: int = FLOOR
    height: int = HEIGHT


def steps(
    levels: Sequence[Level],
    at: date,
    pauses: Iterable[tuple[date, date]] = (),
) -> Steps:
    """Draw ``levels``, in order of time, and mark the day ``at`` on them.

    ``pauses`` are half-open stretches of days. The floor is zero, so that heights
    compare. Raises ``ValueError`` without a level.
    """
    if not levels:
        raise ValueError("A line without numbers cannot be drawn.")
    days = [day for level in levels for day in (level.start, level.end)]
    scale = scale_over([*days, at])
    highest = max(level.value for level in levels)
    flats = [_flat(level, scale, highest) for level in levels]
    doubts, risers = [], []
    for left, right in pairwise(flats):
        top, low = sorted((left.y, right.y))
        if right.x1 > left.x2:
            width = round(right.x1 - left.x2, 1)
            height = max(round(low - top, 1), LOWEST_DOUBT)
            doubts.append(Doubt(left.x2, top, width, height))
        else:
            risers.append((right.x1, top, low))
    drawn = [_pause(start, end, scale) for start, end in pauses]
    return Steps(scale, flats, doubts, risers, drawn, scale.x(at))


def _pause(start: date, end: date, scale: Scale) -> Pause:
    return Pause(scale.x(start), round(scale.x(end) - scale.x(start), 1))


def _flat(level: Level, scale: Scale, highest: int) -> Flat:
    x1, x2 = scale.x(level.start), scale.x(level.end)
    y = round(FLOOR - level.value / highest * (FLOOR - TOP), 1)
    return Flat(level.value, x1, x2, y, round((x1 + x2) / 2, 1), y - LABEL_GAP)
