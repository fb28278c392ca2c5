"""Moments: the days on which something changed, computed from the facts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

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

FIRST = tuple(kind.name for kind in (EXISTENCE, COMPOSITION, DISSOLVED, TERM))
"""The weightiest aspects, in the order in which a moment names them."""
BEGINNING = FIRST[:2]
"""All that a moment names of the day on which a body begins."""


@dataclass(frozen=True)
class ChangeSummary:
    """What changed about one subject on a day, in a few words each."""

    subject: str
    labels: tuple[str, ...]

    def __str__(self) -> str:
        return ", ".join(self.labels)


@dataclass(frozen=True)
class Moment:
    """A day, and what changed on it, subject by subject."""

    day: date
    changes: tuple[ChangeSummary, ...]


def moments(facts: Iterable[Fact]) -> list[Moment]:
    """The days on which these facts begin or end, in order.

    A beginning on one day of several gives two moments: the day from which it is possible,
    and the day from which it is certain. One known by month or year gives its last day.
    """
    by_day: dict[date, dict[str, dict[str, _Transition]]] = defaultdict(
        lambda: defaultdict(dict)
    )
    transitions = [
        (fact, transition) for fact in facts for transition in _transitions(fact)
    ]
    # What is sure comes last and so replaces what is only possible on the same day.
    for fact, transition in sorted(transitions, key=lambda pair: pair[1].is_sure):
        if transition.day not in (date.min, date.max):
            by_day[transition.day][fact.subject.name][fact.aspect] = transition
    return [
        Moment(
            day,
            tuple(
                ChangeSummary(subject, _labels(by_aspect))
                for subject, by_aspect in by_day[day].items()
            ),
        )
        for day in sorted(by_day)
    ]


def _labels(by_aspect: dict[str, _Transition]) -> tuple[str, ...]:
    """The labels to show: the weightiest first, none twice, none that goes without saying.

    Where a body begins, its first name, rules and term need no word of their own.
    """
    begins = EXISTENCE.name in by_aspect
    shown = [
        by_aspect[aspect]
        for aspect in sorted(by_aspect, key=_weight)
        if not begins or aspect in BEGINNING
    ]
    sure = {transition.what for transition in shown if transition.is_sure}
    return tuple(
        dict.fromkeys(
            transition.label
            for transition in shown
            if transition.is_sure or transition.what not in sure
        )
    )


def _weight(aspect: str) -> int:
    """Where an aspect stands among those of a moment; the weightiest is 0."""
    return FIRST.index(aspect) if aspect in FIRST else len(FIRST)


@dataclass(frozen=True)
class _Transition:
    """What begins or ends on a day, and whether that is sure."""

    day: date
    what: str
    is_sure: bool = True

    @property
    def label(self) -> str:
        return self.what if self.is_sure else _("perhaps %(what)s") % {"what": self.what}


def _transitions(fact: Fact) -> Iterator[_Transition]:
    start, end = fact.period.start, fact.period.end
    if label := _label(fact):
        if start.edtf.startswith("["):
            yield _Transition(start.earliest, label, is_sure=False)
            yield _Transition(start.latest, label)
        elif start.is_exact:
            yield _Transition(start.latest, label)
        else:
            yield _Transition(start.latest, _("%(what)s (day not known)") % {"what": label})
    if EXISTENCE.covers(fact.aspect) and not end.is_open:
        yield _Transition(end.earliest, _("ends"))
    if DISSOLVED.covers(fact.aspect) and not end.is_open:
        yield _Transition(end.earliest, _("elected anew"))


LABELS = {
    EXISTENCE.name: gettext_lazy("begins"),
    COMPOSITION_IN_LAW.name: gettext_lazy("the law on its seats changes"),
    DISSOLVED.name: gettext_lazy("dissolved"),
    FIRST_SITTING.name: gettext_lazy("first sitting"),
    NAME.name: gettext_lazy("new name"),
}


def _label(fact: Fact) -> str:
    """What begins with a fact, in a few words; empty where nothing does for a reader."""
    if COMPOSITION.covers(fact.aspect):
        seats = fact.composition.seats
        if seats is None:
            return _("number of seats not settled")
        return _("%(seats)d seats") % {"seats": seats}
    if TERM.covers(fact.aspect):
        return _("term of %(years)d years") % {"years": fact.term.years}
    if CHOICE.covers(fact.aspect):
        return _("new way of choosing members")
    return str(LABELS.get(fact.aspect, ""))


@dataclass(frozen=True)
class Around:
    """Where a day lies among the moments.

    ``current`` is the last change up to the day, ``earlier`` the last one before the day
    itself, ``later`` the first one after it.
    """

    current: Moment | None
    earlier: Moment | None
    later: Moment | None


def around(moments: Sequence[Moment], day: date) -> Around:
    """The moments next to ``day``; takes them in order."""
    backwards = moments[::-1]
    return Around(
        current=next((moment for moment in backwards if moment.day <= day), None),
        earlier=next((moment for moment in backwards if moment.day < day), None),
        later=next((moment for moment in moments if moment.day > day), None),
    )
