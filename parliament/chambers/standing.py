"""An institution as it stood on a day: questions to its facts, and their answers.

What held on the day is read off the periods of the facts, which have one definition, in
``facts.periods``.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum
from functools import cached_property

from facts.aspects import OPEN_QUESTION, AspectKind
from facts.models import Fact, Topic
from facts.names import main_name, nearest
from parliament.aspects import (
    ALONE,
    ASPECTS,
    CHAIR,
    CHOICE,
    COMPOSITION,
    COMPOSITION_IN_LAW,
    CONVOCATION,
    DEPUTY_CHAIR,
    DISSOLVED,
    EXISTENCE,
    FIRST_SITTING,
    NAME,
    RULE_FOR_CHAIR,
    SUCCESSION,
    TERM,
)
from parliament.models import Institution


class StandingStatus(Enum):
    """How an institution stands to a day."""

    NOT_YET = "not yet"
    PERHAPS = "perhaps"
    STANDS = "stands"
    ENDED = "ended"


@dataclass(frozen=True)
class Seats:
    """How many seats there were on a day, as far as the sources settle it.

    ``fact`` holds for certain on the day, if any does; where it leaves the number open,
    or only ``possible`` facts are there, ``before`` and ``after`` are the settled
    neighbours.
    """

    fact: Fact | None
    possible: list[Fact]
    before: Fact | None
    after: Fact | None

    @property
    def number(self) -> int | None:
        """The seats in all; ``None`` where the sources do not settle them."""
        return self.fact.composition.seats if self.fact else None

    @property
    def is_settled(self) -> bool:
        """Whether the sources settle the number."""
        return self.number is not None

    def by(self, way: str) -> int | None:
        """The seats filled in one way; ``None`` where that is not settled."""
        return self.fact.composition.seats_by(way) if self.fact else None


class Standing:
    """One institution, its facts, and the day on which it is looked at."""

    def __init__(self, institution: Institution, facts: Sequence[Fact], day: date) -> None:
        self.institution = institution
        self.facts = facts
        self.day = day

    @cached_property
    def _by_kind(self) -> dict[AspectKind | None, list[Fact]]:
        found: dict[AspectKind | None, list[Fact]] = defaultdict(list)
        for fact in self.facts:
            found[ASPECTS.kind_of(fact.aspect, Topic.PARLIAMENT)].append(fact)
        return found

    def of(self, kind: AspectKind) -> list[Fact]:
        """All its facts of a kind, in order."""
        return self._by_kind[kind]

    def held(self, kind: AspectKind) -> list[Fact]:
        """Its facts of a kind that held on the day for certain."""
        return [fact for fact in self.of(kind) if fact.period.is_certain(self.day)]

    def held_or_possible(self, kind: AspectKind, part: str = "") -> list[Fact]:
        """What held on the day, or all that may have held where that is not settled.

        ``part`` is the free part of the aspect, where the kind has one and it matters.
        """
        facts = [
            fact
            for fact in self.of(kind)
            if not part or kind.free_part(fact.aspect) == part
        ]
        held = [fact for fact in facts if fact.period.is_certain(self.day)]
        return held or [fact for fact in facts if fact.period.is_possible(self.day)]

    def _one_held(self, kind: AspectKind) -> Fact | None:
        return next(iter(self.held(kind)), None)

    @cached_property
    def existence(self) -> Fact:
        """The fact that dates the institution; see ``institutions``."""
        return self.of(EXISTENCE)[0]

    @cached_property
    def status(self) -> StandingStatus:
        """How the institution stands to the day."""
        period = self.existence.period
        if period.is_certain(self.day):
            return StandingStatus.STANDS
        if period.is_possible(self.day):
            return StandingStatus.PERHAPS
        return (
            StandingStatus.NOT_YET
            if self.day < period.start.latest
            else StandingStatus.ENDED
        )

    @property
    def stands(self) -> bool:
        """Whether it existed on the day for certain."""
        return self.status is StandingStatus.STANDS

    @property
    def may_stand(self) -> bool:
        """Whether it existed on the day, for certain or perhaps."""
        return self.status in (StandingStatus.STANDS, StandingStatus.PERHAPS)

    @property
    def has_ended(self) -> bool:
        """Whether it had ended by the day."""
        return self.status is StandingStatus.ENDED

    @property
    def is_not_yet(self) -> bool:
        """Whether it was still to come on the day."""
        return self.status is StandingStatus.NOT_YET

    @cached_property
    def naming(self) -> Fact | None:
        """The fact that holds its names on the day, or the nearest one."""
        return nearest(self.of(NAME), self.day)

    @cached_property
    def name(self) -> str:
        """What it was called in English on the day, or at last where it had ended."""
        name = "" if self.is_not_yet else main_name(self.naming)
        return name or self.institution.subject.name

    @cached_property
    def dissolved(self) -> Fact | None:
        """The dissolution after which no new members had been chosen by the day."""
        return self._one_held(DISSOLVED)

    @cached_property
    def seats(self) -> Seats:
        """The seats that members had been chosen for."""
        return seats_on(self.of(COMPOSITION), self.day)

    @cached_property
    def law(self) -> Fact | None:
        """The composition that the law laid down, where that is a fact of its own."""
        return self._one_held(COMPOSITION_IN_LAW)

    @property
    def law_with_seats(self) -> Fact | None:
        """The composition in law, where the law counts the seats."""
        return self.law if self.law and hasattr(self.law, "composition") else None

    @cached_property
    def term(self) -> Fact | None:
        """The term of office."""
        return self._one_held(TERM)

    @cached_property
    def choices(self) -> list[Fact]:
        """How members were chosen: in the order of the seats, then what else is told."""
        seats = self.seats.fact
        parts = seats.composition.parts.all() if seats else []
        order = [CHOICE.with_part(part.way) for part in parts]
        return sorted(
            self.held(CHOICE),
            key=lambda fact: order.index(fact.aspect) if fact.aspect in order else 99,
        )

    @cached_property
    def gaps(self) -> list[Fact]:
        """What the sources leave open on the day."""
        return self.held(OPEN_QUESTION)

    @cached_property
    def history(self) -> list[Fact]:
        """All its compositions, in order."""
        return self.of(COMPOSITION)

    @cached_property
    def successions(self) -> list[Fact]:
        """What took its place."""
        return self.of(SUCCESSION)

    @cached_property
    def chairs(self) -> list[Fact]:
        """All who chaired it, in order."""
        return self.of(CHAIR)

    @cached_property
    def chair(self) -> list[Fact]:
        """Who chaired it on the day; several only where the sources leave it open."""
        return self.held_or_possible(CHAIR)

    @cached_property
    def rule_for_chair(self) -> Fact | None:
        """How its chair was chosen on the day."""
        return self._one_held(RULE_FOR_CHAIR)

    @cached_property
    def deputy_chairs(self) -> list[Fact]:
        """Who were its deputy chairs on the day for certain."""
        return self.held(DEPUTY_CHAIR)

    @cached_property
    def all_deputy_chairs(self) -> list[Fact]:
        """All its deputy chairs, in order."""
        return self.of(DEPUTY_CHAIR)

    @cached_property
    def all_gaps(self) -> list[Fact]:
        """What the sources leave open of it, on any day."""
        return self.of(OPEN_QUESTION)

    @cached_property
    def convocations(self) -> list[Fact]:
        """All its convocations, in order."""
        return self.of(CONVOCATION)

    @cached_property
    def convocation(self) -> Fact | None:
        """The convocation that sat on the day."""
        return self._one_held(CONVOCATION)

    @cached_property
    def dissolutions(self) -> list[Fact]:
        """The stretches between a dissolution and the next election."""
        return self.of(DISSOLVED)

    @cached_property
    def spells_alone(self) -> list[Fact]:
        """When it adopted laws without the other chamber."""
        return self.of(ALONE)

    @cached_property
    def first_sittings(self) -> list[Fact]:
        """The days on which it first met."""
        return self.of(FIRST_SITTING)

    def last_day(self) -> date | None:
        """The last day on which it stood for certain; ``None`` while it has no end."""
        end = self.existence.period.end
        return None if end.is_open else end.earliest - timedelta(days=1)


def seats_on(compositions: Sequence[Fact], day: date) -> Seats:
    """The answer to "how many seats?" on ``day``, from facts in order of time."""
    certain = [fact for fact in compositions if fact.period.is_certain(day)]
    possible = [
        fact
        for fact in compositions
        if fact.period.is_possible(day) and not fact.period.is_certain(day)
    ]
    settled = [fact for fact in compositions if fact.composition.seats is not None]
    before = [fact for fact in settled if fact.period.end.earliest <= day]
    after = [fact for fact in settled if fact.period.start.latest > day]
    return Seats(
        fact=certain[0] if len(certain) == 1 else None,
        possible=possible,
        before=before[-1] if before else None,
        after=after[0] if after else None,
    )
