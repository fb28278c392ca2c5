"""The electoral system of the day of a vote, and what it means for votes and seats."""

from __future__ import annotations

from functools import cached_property

from elections.aspects import SYSTEM
from elections.models import Result, System, SystemKind
from elections.votes.around import FactsAround
from elections.votes.seat_paths import WAYS, SeatPath, seat_path
from facts.aspects import OPEN_QUESTION
from facts.models import Fact
from parliament.aspects import COMPOSITION
from parliament.models import Way

LISTS_FOR_ALL = (SystemKind.LIST, SystemKind.LIST_AND_ASSEMBLY)
"""The systems in which a count of all seats is a count of lists."""


class VoteSystem:
    """How votes became seats, or decided on a post, on the day of a vote."""

    def __init__(self, around: FactsAround, own_threshold: str) -> None:
        """``own_threshold`` is what the vote itself tells of it, in per cent, or empty."""
        self.around = around
        self.own_threshold = own_threshold

    @cached_property
    def facts(self) -> list[Fact]:
        """The rules; several only where the sources do not settle which one held."""
        return self.around.on_day(SYSTEM)

    @cached_property
    def gaps(self) -> list[Fact]:
        """What says that the rule of the day is open."""
        return self.around.on_day(OPEN_QUESTION, SYSTEM.name)

    @property
    def settled(self) -> System | None:
        """The one settled system of the day."""
        return self.facts[0].system if len(self.facts) == 1 else None

    @property
    def kind(self) -> str:
        """How votes became seats, where all rules that may have held are of one kind."""
        kinds = {fact.system.kind for fact in self.facts}
        return kinds.pop() if len(kinds) == 1 else ""

    @property
    def kind_in_words(self) -> str:
        """The same for a reader."""
        return str(SystemKind(self.kind).label) if self.kind else ""

    @property
    def threshold(self) -> str:
        """The share that a list needed, in per cent; empty where none is told."""
        return self.own_threshold or (self.settled.threshold if self.settled else "")

    def threshold_of(self, result: Result) -> str:
        """The threshold that bore on the rows of a result; empty where none did."""
        has_lists_for_all = self.settled is not None and self.settled.kind in LISTS_FOR_ALL
        is_of_lists = result.way == Way.LIST or (not result.way and has_lists_for_all)
        return self.threshold if is_of_lists else ""

    def seats_by(self, way: str) -> int | None:
        """How many seats of the chamber are filled in a way; ``None`` if not settled."""
        compositions = self.around.on_day(COMPOSITION)
        if len(compositions) != 1:
            return None
        return compositions[0].composition.seats_by(way) or None

    @cached_property
    def paths(self) -> list[SeatPath]:
        """The ways from votes to seats; none where the kind of the system is open."""
        return [
            seat_path(self.kind, way, self.seats_by(way), self.threshold)
            for way in (WAYS[self.kind] if self.kind else ())
        ]
