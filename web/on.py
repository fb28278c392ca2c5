"""``?on=``: the date whose Parliament a page shows.

A visitor asks for a day (``2007-08-29``), a month (``2007-08``) or a year (``2007``). A
month or year means its last day, but never a day after today.
"""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date

from django.utils.dateformat import format as format_day
from django.utils.translation import gettext as _

FIRST_DAY = date(1938, 1, 1)
"""The first day that may be asked for: the year the first body with a page began."""
WRITTEN_DATE = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")


class BadDateError(Exception):
    """A date that cannot be read or is not covered.

    ``str(error)`` is a plain sentence for the visitor, ``given`` what she typed.
    """

    def __init__(self, given: str, sentence: str) -> None:
        super().__init__(sentence)
        self.given = given


@dataclass(frozen=True)
class AsOf:
    """A date as it was asked for, and the day it means."""

    given: str
    day: date

    @property
    def is_a_day(self) -> bool:
        """Whether a single day was asked for, not a month or a year."""
        return len(self.given) == 10


def last_day(today: date) -> date:
    """The last day that may be asked for: a year from today."""
    try:
        return today.replace(year=today.year + 1)
    except ValueError:  # the 29th of February
        return today.replace(year=today.year + 1, day=28)


def parse_on(text: str, today: date) -> AsOf | None:
    """The date that ``text`` asks for; ``None`` where it is empty.

    Raises ``BadDateError`` where it is no date or lies outside the days covered: from
    1 January 1938 to a year from ``today``.
    """
    given = text.strip()
    if not given:
        return None
    match = WRITTEN_DATE.fullmatch(given)
    if match is None:
        shown = given if len(given) <= 40 and given.isprintable() else ""
        raise BadDateError(shown, _("We cannot read this as a date."))
    year, month, day = (int(part) if part else None for part in match.groups())
    try:
        first, last = _span(year or 0, month, day)
    except ValueError:
        raise BadDateError(given, _("The calendar has no such day.")) from None
    limit = last_day(today)
    if last < FIRST_DAY or first > limit:
        sentence = _("This site covers the days from %(first)s to %(last)s.") % {
            "first": format_day(FIRST_DAY, "j F Y"),
            "last": format_day(limit, "j F Y"),
        }
        raise BadDateError(given, sentence)
    if day:
        return AsOf(given, first)
    if first > today:
        raise BadDateError(given, _("That time has not begun yet. Ask for a single day."))
    return AsOf(given, min(last, today))


def _span(year: int, month: int | None, day: int | None) -> tuple[date, date]:
    """The first and the last day of a day, a month or a year.

    Raises ``ValueError`` where the calendar has no such day.
    """
    if month is None:
        return date(year, 1, 1), date(year, 12, 31)
    if day is None:
        return date(year, month, 1), date(year, month, monthrange(year, month)[1])
    return date(year, month, day), date(year, month, day)
