"""What is told of the chamber or the post that a vote filled."""

from __future__ import annotations

from collections.abc import Sequence

from facts.aspects import AspectKind, FactIndex
from facts.models import Fact
from facts.periods import Bound


class FactsAround:
    """The facts about the chamber or the post, seen from the day of the vote."""

    def __init__(self, facts: Sequence[Fact], day: Bound) -> None:
        self.day = day
        self._index = FactIndex(facts)

    def of(self, kind: AspectKind, part: str = "") -> list[Fact]:
        """Those of a kind in order; those with a free part, where it is given."""
        return self._index.of(kind, part)

    def on_day(self, kind: AspectKind, part: str = "") -> list[Fact]:
        """Those of a kind that surely held on the day, else all that may have held."""
        facts = self.of(kind, part)
        first, last = self.day.earliest, self.day.latest
        sure = [
            fact
            for fact in facts
            if fact.period.is_certain(first) and fact.period.is_certain(last)
        ]
        return sure or [
            fact
            for fact in facts
            if fact.period.is_possible(first) or fact.period.is_possible(last)
        ]
