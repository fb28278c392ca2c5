"""Spans of time as bars, one lane each, under a common axis: geometry only.

A bar is solid where the span is sure and hollow where it is only possible.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
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
    """What a lane is about, and the bars of its spans."""

    what: T
    bars: list[Bar]


@dataclass(frozen=True)
class Lanes(Generic[T]):
    """Lanes under one scale, in the order given."""

    scale: Scale
    lanes: list[Lane[T]]
    height: int = HEIGHT


def lanes(rows: Iterable[tuple[T, Sequence[Span]]], until: date) -> Lanes[T]:
    """Draw ``(what, spans)`` as lanes.

    The scale holds every day that the spans name. An open end reaches the edge, and then
    the scale holds ``until`` too.
    """
    listed = list(rows)
    days = [day for _, spans in listed for span in spans for day in _days(span)]
    is_open = date.max in days or not listed
    scale = scale_over([*days, until] if is_open else days)
    return Lanes(
        scale,
        [
            Lane(what, [bar for span in spans for bar in _bars(span, scale)])
            for what, spans in listed
        ],
    )


def _days(span: Span) -> list[date]:
    return [span.start_earliest, span.start_latest, span.end_earliest, span.end_latest]


def _bars(span: Span, scale: Scale) -> list[Bar]:
    """The sure bar with a hollow one at each rough end, or one hollow bar alone."""
    if span.start_earliest == span.end_latest:
        return [_bar(span.start_earliest, span.end_latest, scale, is_sure=True)]
    if span.start_latest >= span.end_earliest:
        return [_bar(span.start_earliest, span.end_latest, scale, is_sure=False)]
    bars = [_bar(span.start_latest, span.end_earliest, scale, is_sure=True)]
    if span.start_earliest < span.start_latest:
        bars.append(_bar(span.start_earliest, span.start_latest, scale, is_sure=False))
    if span.end_earliest < span.end_latest:
        bars.append(_bar(span.end_earliest, span.end_latest, scale, is_sure=False))
    return bars


def _bar(start: date, end: date, scale: Scale, *, is_sure: bool) -> Bar:
    x = min(scale.x(start), scale.width - THINNEST)
    width = scale.x(end) - x
    return Bar(x, round(max(width, THINNEST) if is_sure else width, 1), is_sure)
