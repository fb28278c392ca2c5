"""The facts about an institution, and which of them held on one day.

What held on the day is read off the periods of the facts, which have one definition, in
``facts.periods``.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import date

from facts.aspects import AspectKind
from facts.models import Fact, Topic
from parliament.aspects import ASPECTS


class FactsOnDay:
    """Facts about one institution, sorted by kind once, and the day they are asked of."""

    def __init__(self, facts: Iterable[Fact], day: date) -> None:
        """Take ``facts`` in order of time; every answer keeps that order."""
        self.day = day
        self._by_kind: dict[AspectKind | None, list[Fact]] = defaultdict(list)
        for fact in facts:
            kind = ASPECTS.kind_of(fact.aspect, Topic.PARLIAMENT)
            self._by_kind[kind].append(fact)

    def of(self, kind: AspectKind) -> list[Fact]:
        """All facts of a kind, whatever the day."""
        return list(self._by_kind.get(kind, ()))

    def held(self, kind: AspectKind) -> list[Fact]:
        """The facts of a kind that held on the day for certain."""
        return [fact for fact in self.of(kind) if fact.period.is_certain(self.day)]

    def first_held(self, kind: AspectKind) -> Fact | None:
        """The fact of a kind that held on the day for certain, if there is one."""
        return next(iter(self.held(kind)), None)

    def possible(self, kind: AspectKind) -> list[Fact]:
        """The facts of a kind that held on the day, for certain or perhaps."""
        return [fact for fact in self.of(kind) if fact.period.is_possible(self.day)]

    def held_or_possible(self, kind: AspectKind) -> list[Fact]:
        """What held on the day, or all that may have held where that is not settled."""
        return self.held(kind) or self.possible(kind)
