"""Spans of time as bars, one lane each, under a common axis: geometry only.

A bar is solid where the span is sure and hollow where it is only possible.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Generic, TypeVar

from web.charts.timescale import Scale, scale_over

T = TypeVar("T")
HEIGHT = 12
THINNEST = 4
"""What a single day measures, so that it is seen."""


@dataclass(frozen=True, order=True)
class Span:
    """A stretch of time whose two ends may each be known only roughly."""

    start_earliest: date
    start_latest: date
    end_earliest: date
    end_latest: date

    @classmethod
    def within(cls, earliest: date, latest: date) -> Span:
        """Something that happened once, some time from ``earliest`` to ``latest``."""
        return cls(earliest, latest, earliest, latest)


@dataclass(frozen=True)
class Bar:
    """A rectangle of a lane."""

    x: float
    width: float
    is_sure: bool


@dataclass(frozen=True)
class Lane(Generic[T]):
    """What a lane is about, the bars of its spans, and whether the page marks it."""

    what: T
    bars: list[Bar]
    is_marked: bool = False


@dataclass(frozen=True)
class Lanes(Generic[T]):
    """Lanes under one scale, in the order given."""

    scale: Scale
    lanes: list[Lane[T]]
    height: int = HEIGHT

    @cached_property
    def grid(self) -> str:
        """The years as upright lines, one SVG path: each lane draws it again."""
        return "".join(f"M{tick.x} 0v{self.height}" for tick in self.scale.ticks)


def lanes(
    rows: Iterable[tuple[T, Sequence[Span]]], until: date, marked: Container[T] = ()
) -> Lanes[T]:
    """Draw ``(what, spans)`` as lanes; those whose ``what`` is ``marked`` say so.

    The scale holds every day that the spans name. An open end reaches the edge, and then
    the scale holds ``until`` too.
    """
    listed = list(rows)
    days = [day for _, spans in listed for span in spans for day in _days(span)]
    is_open = date.max in days or not listed
    scale = scale_over([*days, until] if is_open else days)
    return lanes_under(scale, listed, marked)


def lanes_under(
    scale: Scale, rows: Iterable[tuple[T, Sequence[Span]]], marked: Container[T] = ()
) -> Lanes[T]:
    """Draw ``(what, spans)`` as lanes under a given scale, as ``lanes`` does.

    What lies outside the scale is cut off; a lane may be empty.
    """
    drawn = [
        Lane(
            what,
            [bar for span in spans for bar in _bars(span, scale)],
            is_marked=what in marked,
        )
        for what, spans in rows
    ]
    return Lanes(scale, drawn)


def _days(span: Span) -> list[date]:
    return [span.start_earliest, span.start_latest, span.end_earliest, span.end_latest]


def _bars(span: Span, scale: Scale) -> list[Bar]:
    """The parts of a span that lie under the scale, each as a bar."""
    return [
        _bar(start, end, scale, is_sure=is_sure)
        for start, end, is_sure in _parts(span)
        if start < scale.last_day and (end > scale.first_day or start >= scale.first_day)
    ]


def _parts(span: Span) -> list[tuple[date, date, bool]]:
    """The sure part with a possible one at each rough end, or one possible part alone."""
    if span.start_earliest == span.end_latest:
        return [(span.start_earliest, span.end_latest, True)]
    if span.start_latest >= span.end_earliest:
        return [(span.start_earliest, span.end_latest, False)]
    parts = [(span.start_latest, span.end_earliest, True)]
    if span.start_earliest < span.start_latest:
        parts.append((span.start_earliest, span.start_latest, False))
    if span.end_earliest < span.end_latest:
        parts.append((span.end_earliest, span.end_latest, False))
    return parts


def _bar(start: date, end: date, scale: Scale, *, is_sure: bool) -> Bar:
    x = min(scale.x(start), scale.width - THINNEST)
    width = scale.x(end) - x
    return Bar(x, round(max(width, THINNEST) if is_sure else width, 1), is_sure)
