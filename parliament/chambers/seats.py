"""How many seats an institution had on a day."""

from __future__ import annotations

from functools import cached_property

from facts.models import Fact
from parliament.aspects import COMPOSITION, COMPOSITION_IN_LAW, DISSOLVED
from parliament.chambers.facts_on_day import FactsOnDay


class Seats:
    """The seats on a day, as far as the sources settle them.

    Seats count for which members had been chosen; what the law laid down is told apart.
    Where the number is not settled, ``before`` and ``after`` are the settled neighbours.
    """

    def __init__(self, facts: FactsOnDay) -> None:
        self._facts = facts

    @cached_property
    def fact(self) -> Fact | None:
        """The one composition that held for certain; it may leave the number open."""
        certain = self._facts.held(COMPOSITION)
        return certain[0] if len(certain) == 1 else None

    @cached_property
    def possible(self) -> list[Fact]:
        """The compositions that only may have held."""
        certain = self._facts.held(COMPOSITION)
        return [fact for fact in self._facts.possible(COMPOSITION) if fact not in certain]

    @cached_property
    def before(self) -> Fact | None:
        """The last composition with a settled number that had surely ended by the day."""
        ended = [
            fact for fact in self._settled if fact.period.end.earliest <= self._facts.day
        ]
        return ended[-1] if ended else None

    @cached_property
    def after(self) -> Fact | None:
        """The first composition with a settled number that surely began after the day."""
        day = self._facts.day
        return next(
            (fact for fact in self._settled if fact.period.start.latest > day), None
        )

    @property
    def _settled(self) -> list[Fact]:
        """The compositions of all times whose number is settled."""
        return [
            fact
            for fact in self._facts.of(COMPOSITION)
            if fact.composition.seats is not None
        ]

    @property
    def number(self) -> int | None:
        """The seats in all; ``None`` where the sources do not settle them."""
        return self.fact.composition.seats if self.fact else None

    @property
    def is_settled(self) -> bool:
        """Whether the sources settle the number."""
        return self.number is not None

    def by(self, way: str) -> int | None:
        """The seats filled in one ``Way``; ``None`` where that is not settled."""
        return self.fact.composition.seats_by(way) if self.fact else None

    @cached_property
    def law(self) -> Fact | None:
        """The rule in law on the seats, where that is a fact of its own."""
        return self._facts.first_held(COMPOSITION_IN_LAW)

    @property
    def in_law(self) -> Fact | None:
        """The rule in law, where it counts the seats."""
        return self.law if self.law and hasattr(self.law, "composition") else None

    @property
    def fact_or_law(self) -> Fact | None:
        """The composition that held for certain; without one, that in law."""
        return self.fact or self.in_law

    @property
    def all_members(self) -> int | None:
        """How many members are "all members" of a vote; ``None`` where not settled.

        The settled number; without one, that in law.
        """
        if self.number is None and self.in_law:
            return self.in_law.composition.seats
        return self.number

    @cached_property
    def dissolved(self) -> Fact | None:
        """The dissolution after which no new members had been chosen by the day."""
        return self._facts.first_held(DISSOLVED)
