"""Days and periods as a reader would say them; ``facts.periods`` has what they mean."""

from __future__ import annotations

from datetime import date, timedelta
from functools import lru_cache

from django.utils.dateformat import format as format_day
from django.utils.translation import gettext as _

from facts.localised import active_language
from facts.periods import Bound, Period


def day_in_words(day: date) -> str:
    """``29 August 2007``, in the active language."""
    return _formatted(day, "j F Y", active_language())


@lru_cache(maxsize=10_000)  # a page says the same days many times, and so do others
def _formatted(day: date, pattern: str, _language: str) -> str:
    return format_day(day, pattern)


def edtf_in_words(text: str, between: str = "") -> str:
    """An EDTF date in words: ``August 2007``, or ``between 2014 and 2016``.

    ``between`` words the latter otherwise, with ``%(first)s`` and ``%(last)s``. What is no
    such date is said as it stands: somebody stored it past all checks, and a reader sees
    more of a page with an odd word on it than of none.
    """
    try:
        return _edtf_in_words(text, between)
    except ValueError:
        return text


def _edtf_in_words(text: str, between: str) -> str:
    if not text.startswith("["):
        parts = [int(part) for part in text.split("-")]
        if len(parts) == 1:
            return text
        if len(parts) == 2:
            return _formatted(date(parts[0], parts[1], 1), "F Y", active_language())
        return day_in_words(date(*parts))
    first, last = text[1:-1].split("..")
    if not first:
        return _("%(last)s or earlier") % {"last": edtf_in_words(last)}
    if not last:
        return _("%(first)s or later") % {"first": edtf_in_words(first)}
    return (between or _("between %(first)s and %(last)s")) % {
        "first": edtf_in_words(first),
        "last": edtf_in_words(last),
    }


def start_in_words(start: Bound) -> str:
    """``from 29 August 2007``, or how roughly that is known; empty when open."""
    if start.is_open:
        return ""
    if start.edtf.startswith("["):
        latest = _("from %(day)s at the latest") % {"day": day_in_words(start.latest)}
        if start.earliest == date.min:
            return latest
        perhaps = _("perhaps from %(day)s") % {"day": day_in_words(start.earliest)}
        return f"{latest}, {perhaps},"
    if start.is_exact:
        return _("from %(day)s") % {"day": day_in_words(start.latest)}
    return _("from some day in %(when)s") % {"when": edtf_in_words(start.edtf)}


def end_in_words(end: Bound) -> str:
    """``to 28 August 2007`` (the last day it holds), or how roughly that is known."""
    if end.is_open:
        return ""
    if end.edtf.startswith("["):
        if end.earliest == date.min:
            return _("to %(day)s at the latest") % {"day": _last_in_words(end)}
        least = _("to %(day)s at least") % {"day": _day_before(end.earliest)}
        if end.latest == date.max:
            return least
        return f"{least}, " + _("perhaps to %(day)s") % {"day": _last_in_words(end)}
    if end.is_exact:
        return _("to %(day)s") % {"day": _day_before(end.earliest)}
    return _("to some day in %(when)s") % {"when": edtf_in_words(end.edtf)}


def _some_time_within(first: date, end: Bound) -> str:
    """What to say of a period that holds on no day for certain."""
    if first == date.min and end.latest == date.max:
        return _("at some time that is not known")
    if first == date.min:
        return _("at some time, to %(day)s at the latest") % {"day": _last_in_words(end)}
    if end.latest == date.max:
        return _("at some time from %(day)s") % {"day": day_in_words(first)}
    if whole := _whole_in_words(first, end.latest):
        return _("in %(when)s") % {"when": whole}
    return _("at some time between %(first)s and %(last)s") % {
        "first": day_in_words(first),
        "last": _last_in_words(end),
    }


def _whole_in_words(first: date, after: date) -> str:
    """The month or year from ``first`` to the day before ``after``; else empty."""
    if first.day != 1 or after.day != 1:
        return ""
    months = (after.year - first.year) * 12 + after.month - first.month
    if months == 1:
        return format_day(first, "F Y")
    return str(first.year) if months == 12 and first.month == 1 else ""


def _one_day_at_least(start: Bound, end: Bound) -> str:
    """What to say of a period that holds for certain on one day alone."""
    day = day_in_words(start.latest)
    if end.is_exact and start.earliest == date.min:
        return _("to %(day)s (the start is not known)") % {"day": day}
    if start.is_exact and end.latest == date.max:
        return _("from %(day)s (the end is not known)") % {"day": day}
    if end.is_exact:
        return _("on %(day)s, perhaps already from %(from)s") % {
            "day": day,
            "from": day_in_words(start.earliest),
        }
    if start.is_exact:
        return _("on %(day)s, perhaps to %(to)s") % {"day": day, "to": _last_in_words(end)}
    if date.min < start.earliest and end.latest < date.max:
        return _("on %(day)s, perhaps from %(from)s to %(to)s") % {
            "day": day,
            "from": day_in_words(start.earliest),
            "to": _last_in_words(end),
        }
    if date.min < start.earliest:
        words = _("on %(day)s, perhaps already from %(from)s, perhaps later too")
        return words % {"day": day, "from": day_in_words(start.earliest)}
    if end.latest < date.max:
        words = _("on %(day)s, perhaps before it, perhaps to %(to)s")
        return words % {"day": day, "to": _last_in_words(end)}
    return _("on %(day)s, perhaps before and after it") % {"day": day}


def _last_in_words(end: Bound) -> str:
    """The last day on which it may hold, no finer than the bound was given."""
    last = end.edtf.strip("[]").split("..")[-1]
    if last.count("-") == 2:
        return _day_before(end.latest)
    return _("some day in %(when)s") % {"when": edtf_in_words(last)}


def _day_before(day: date) -> str:
    return day_in_words(day - timedelta(days=1))


def _are_days(*bounds: Bound) -> bool:
    """Whether each is a day, or one of a set, and none is a month or a year."""
    return all(bound.is_exact or bound.edtf.startswith("[") for bound in bounds)


def period_in_words(period: Period) -> str:
    """``from 29 August 2007 to 4 October 2018``; one day of an event is just ``on``."""
    start, end = period.start, period.end
    if start.is_exact and end.is_exact and end.earliest - start.latest == timedelta(1):
        return _("on %(day)s") % {"day": day_in_words(start.latest)}
    if start.latest >= end.earliest and not start.is_open:
        return _some_time_within(start.earliest, end)
    is_rough = start.edtf.startswith("[") and end.edtf.startswith("[")
    is_vague = start.edtf.startswith("[") or end.edtf.startswith("[")
    if is_vague and _are_days(start, end) and end.earliest - start.latest == timedelta(1):
        return _one_day_at_least(start, end)
    if is_rough and date.min < start.earliest and end.latest < date.max:
        words = _("for certain from %(first)s to %(last)s, perhaps from %(from)s to %(to)s")
        return words % {
            "first": day_in_words(start.latest),
            "last": _day_before(end.earliest),
            "from": day_in_words(start.earliest),
            "to": _last_in_words(end),
        }
    words = " ".join(filter(None, [start_in_words(start), end_in_words(end)]))
    return words.rstrip(",") or _("at all times")
