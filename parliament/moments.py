"""Moments: the days on which something changed, computed from the facts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from facts.models import Fact
from parliament.aspects import (
    CHOICE,
    COMPOSITION,
    COMPOSITION_IN_LAW,
    DISSOLVED,
    EXISTENCE,
    FIRST_SITTING,
    NAME,
    TERM,
)

FIRST = (EXISTENCE, COMPOSITION, DISSOLVED, TERM)
"""The weightiest aspects, in the order in which a moment names them."""


@dataclass(frozen=True)
class Change:
    """What changed about one subject on a day, in a few words each."""

    subject: str
    labels: tuple[str, ...]

    def __str__(self) -> str:
        return ", ".join(self.labels)


@dataclass(frozen=True)
class Moment:
    """A day, and what changed on it, subject by subject."""

    day: date
    changes: tuple[Change, ...]


def moments(facts: Iterable[Fact]) -> list[Moment]:
    """The days on which these facts begin or end, in order.

    A beginning that is known only roughly gives two moments: the day from which it is
    possible, and the day from which it is certain.
    """
    found: dict[date, dict[str, dict[str, _Turn]]] = defaultdict(lambda: defaultdict(dict))
    turns = [(fact, turn) for fact in facts for turn in _turns(fact)]
    # What is sure comes last and so replaces what is only possible on the same day.
    for fact, turn in sorted(turns, key=lambda one: one[1].is_sure):
        if turn.day not in (date.min, date.max):
            found[turn.day][fact.subject.name_en][fact.aspect] = turn
    return [
        Moment(
            day,
            tuple(Change(name, _told(turned)) for name, turned in found[day].items()),
        )
        for day in sorted(found)
    ]


def _told(turns: dict[str, _Turn]) -> tuple[str, ...]:
    """The labels to show: the weightiest first, none twice, none that goes without saying.

    Where a body begins, its first name, rules and term need no word of their own.
    """
    shown = sorted(
        (aspect for aspect in turns if EXISTENCE not in turns or aspect in FIRST[:2]),
        key=lambda aspect: FIRST.index(aspect) if aspect in FIRST else len(FIRST),
    )
    sure = {turns[aspect].what for aspect in shown if turns[aspect].is_sure}
    return tuple(
        dict.fromkeys(
            turns[aspect].label
            for aspect in shown
            if turns[aspect].is_sure or turns[aspect].what not in sure
        )
    )


@dataclass(frozen=True)
class _Turn:
    """What begins or ends on a day, and whether that is sure."""

    day: date
    what: str
    is_sure: bool = True

    @property
    def label(self) -> str:
        return self.what if self.is_sure else _("perhaps %(what)s") % {"what": self.what}


def _turns(fact: Fact) -> Iterator[_Turn]:
    start, end = fact.period.start, fact.period.end
    if label := _label(fact):
        yield _Turn(start.latest, label)
        if not start.is_exact:
            yield _Turn(start.earliest, label, is_sure=False)
    if fact.aspect == EXISTENCE and not end.is_open:
        yield _Turn(end.earliest, _("ends"))


def _label(fact: Fact) -> str:
    """What begins with a fact, in a few words; empty where it is no turn of its own."""
    aspect = fact.aspect
    if aspect == COMPOSITION:
        seats = fact.composition.seats
        if seats is None:
            return _("number not settled")
        return _("%(seats)d seats") % {"seats": seats}
    if aspect == TERM:
        return _("term of %(years)d years") % {"years": fact.term.years}
    if aspect.startswith(CHOICE):
        return _("new way to a seat")
    return {
        EXISTENCE: _("begins"),
        COMPOSITION_IN_LAW: _("new rule on seats"),
        DISSOLVED: _("dissolved"),
        FIRST_SITTING: _("first sitting"),
        NAME: _("new name"),
    }.get(aspect, "")


def around(found: Iterable[Moment], day: date) -> tuple[Moment | None, Moment | None]:
    """The last moment on or before ``day`` and the first one after it."""
    before, after = None, None
    for moment in found:
        if moment.day <= day:
            before = moment
        elif after is None:
            after = moment
    return before, after
