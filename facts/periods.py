"""Periods: the one definition of "from when until when" on this site.

A period is half-open, ``[start, end)``: ``start`` is the first day on which something
holds, ``end`` the first day on which it no longer holds. Either bound may be open
(``..``), and either may be known only roughly. What a source says of a bound is kept as
EDTF text (ISO 8601-2), and beside it the earliest and the latest day it can mean:

===========================  ====================================================
``2007-08-29``               that day
``2007-08``, ``2007``        some day of that month or year
``[1997-10-08..1999-12-01]`` one day, not known which, from the first to the last
``[..1995-12-05]``           not known when, but no later than that day
``[2016-03-31..]``           not known when, but no earlier than that day
``..``                       open: no such bound (unlike an unknown one)
===========================  ====================================================

On a day that lies for certain inside the period the fact is *certain*; on a day that may
lie inside it is *possible*, and a page says that the sources do not settle it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Literal

from django.db.models import Q
from edtf import parse_edtf
from edtf.parser.edtf_exceptions import EDTFParseException

OPEN = ".."

EDTF_FORM = re.compile(
    r"\d{4}(-\d\d){0,2}|\[(\d{4}(-\d\d){0,2})?\.\.(\d{4}(-\d\d){0,2})?\]"
)

COMPLAINT = (
    "“%s” is no date we can read. Write 2007-08-29, 2007-08, 2007 or [1997-10..1999-09]."
)

Side = Literal["start", "end"]


@dataclass(frozen=True)
class Bound:
    """One end of a period: its EDTF text, and the earliest and latest day it means."""

    edtf: str
    earliest: date
    latest: date

    @property
    def is_open(self) -> bool:
        """Whether there is no such bound at all."""
        return self.edtf == OPEN

    @property
    def is_exact(self) -> bool:
        """Whether the bound is one known day."""
        return not self.is_open and self.earliest == self.latest


@dataclass(frozen=True)
class Period:
    """A half-open stretch of days, ``[start, end)``."""

    start: Bound
    end: Bound

    def is_certain(self, day: date) -> bool:
        """Whether ``day`` lies inside, whatever the rough bounds turn out to be."""
        return self.start.latest <= day < self.end.earliest

    def is_possible(self, day: date) -> bool:
        """Whether ``day`` may lie inside (this includes the certain days)."""
        return self.start.earliest <= day < self.end.latest

    def surely_overlaps(self, other: Period) -> bool:
        """Whether some day lies for certain inside both periods."""
        return max(self.start.latest, other.start.latest) < min(
            self.end.earliest, other.end.earliest
        )


def parse_bound(text: str, side: Side) -> Bound:
    """Read one bound of a period.

    Takes the EDTF text (one of the forms listed at the head of this module) and which
    side it bounds. Raises ``ValueError`` with a sentence for the editor where the text
    is none of these forms or no day of the calendar.
    """
    if text == OPEN:
        day = date.min if side == "start" else date.max
        return Bound(text, day, day)
    earliest, latest = parse_days(text)
    return Bound(text, earliest, latest)


@lru_cache(maxsize=4096)  # the grammar takes milliseconds, and texts recur
def parse_days(text: str) -> tuple[date, date]:
    """The earliest and latest day that an EDTF date or one-of-a-set means.

    An end that is not known is ``date.min`` or ``date.max``. Raises ``ValueError``.
    """
    if not EDTF_FORM.fullmatch(text) or text == "[..]":
        raise ValueError(COMPLAINT % text)
    first, last = text.strip("[]").split("..") if ".." in text else (text, text)
    try:
        # Each end by itself: the package refuses a set whose ends differ in precision.
        earliest = _days_of(first)[0] if first else date.min
        latest = _days_of(last)[1] if last else date.max
    except (EDTFParseException, ValueError) as error:
        raise ValueError(COMPLAINT % text) from error
    if earliest > latest:
        raise ValueError(f"“{text}” ends before it begins.")
    return earliest, latest


@lru_cache(maxsize=4096)
def _days_of(text: str) -> tuple[date, date]:
    """The first and last day of a plain EDTF date: a day, a month or a year."""
    if len(text) == 10:  # a day is plain ISO 8601, which the standard library reads at once
        day = date.fromisoformat(text)
        return day, day
    if len(text) == 7 and not 1 <= int(text[5:]) <= 12:
        # EDTF reads a month 21 to 41 as a season, a quarter or a half, which none means.
        raise ValueError(text)
    span = parse_edtf(text)
    return date(*span.lower_strict()[:3]), date(*span.upper_strict()[:3])


def parse_period(start: str, end: str) -> Period:
    """A period from the texts of its bounds; raises ``ValueError`` as above.

    A period that can hold on no day at all is refused too.
    """
    period = Period(parse_bound(start, "start"), parse_bound(end, "end"))
    if period.start.earliest >= period.end.latest:
        raise ValueError("The period ends before it begins.")
    return period


def certain_on(day: date) -> Q:
    """Rows (with the four day columns) whose period surely holds on ``day``."""
    return Q(start_latest__lte=day, end_earliest__gt=day)


def possible_on(day: date) -> Q:
    """Rows whose period may hold on ``day``; this includes the certain ones."""
    return Q(start_earliest__lte=day, end_latest__gt=day)
