"""The powers on a day: rows and columns of the matrix."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from django.utils.functional import Promise

from facts.aspects import NOTE
from facts.models import Fact, Subject
from parliament.aspects import POWER
from parliament.chambers.moments import Moment
from parliament.chambers.standing import Standing, keys_standing
from parliament.models import Matter, Power, Procedure
from parliament.powers.procedures import HEADS, procedures_used


@dataclass(frozen=True)
class PowerRow:
    """A power on a day: every fact on it that held, or may have held.

    It is certain where one of them surely held; ``ends_next`` tells whether the next
    change ends one of them.
    """

    facts: list[Fact]
    is_certain: bool
    ends_next: bool

    @property
    def subject(self) -> Subject:
        """What the power is."""
        return self.facts[0].subject

    @property
    def power(self) -> Power:
        """Its details, of the first fact."""
        power: Power = self.facts[0].power
        return power

    @property
    def procedures(self) -> list[str]:
        """The procedures in which it was, or may have been, used."""
        return [fact.power.procedure for fact in self.facts]

    @property
    def text(self) -> str:
        """All that words are looked for in."""
        texts = [self.subject.name, str(Matter(self.power.matter).label)]
        for fact in self.facts:
            power = fact.power
            texts += [fact.sentence, power.proposer, power.condition, power.limit]
        return " ".join(texts)


@dataclass(frozen=True)
class MatrixColumn:
    """A procedure of the matrix: its key, its head, and what it means."""

    key: str
    head: str | Promise
    label: str | Promise


def rows_on(
    powers: Sequence[Fact],
    standings: Sequence[Standing],
    day: date,
    later: Moment | None = None,
) -> list[PowerRow]:
    """The powers that held on ``day``, for certain or perhaps, by matter and name.

    A power is left out where no body that acts stood on the day: a rule whose first day
    is not known is no older than its chamber. ``later`` is the next change.
    """
    usable = procedures_used(keys_standing(standings))
    held: dict[int, list[Fact]] = defaultdict(list)
    for fact in powers:
        if fact.period.is_possible(day) and fact.power.procedure in usable:
            held[fact.subject_id].append(fact)
    rows = [
        PowerRow(
            facts=_the_certain(facts, day),
            is_certain=any(fact.period.is_certain(day) for fact in facts),
            ends_next=later is not None
            and any(fact.period.end.earliest == later.day for fact in facts),
        )
        for facts in held.values()
    ]
    order = list(Matter.values)
    return sorted(rows, key=lambda row: (order.index(row.power.matter), row.subject.name))


def notes_on(facts: Sequence[Fact], standings: Iterable[Standing], day: date) -> list[Fact]:
    """What else is told of one power on ``day``, for certain or perhaps.

    Takes all facts about it. As a rule whose first day is not known is no older than the
    bodies that act by it, a note that only may hold is left out where none of them stood.
    """
    usable = procedures_used(keys_standing(standings))
    is_used = any(fact.power.procedure in usable for fact in POWER.among(facts))
    return [
        note
        for note in NOTE.among(facts)
        if note.period.is_certain(day) or (is_used and note.period.is_possible(day))
    ]


def _the_certain(facts: list[Fact], day: date) -> list[Fact]:
    """Only the facts that surely held, if any did."""
    return [fact for fact in facts if fact.period.is_certain(day)] or facts


def by_matter(rows: Iterable[PowerRow]) -> list[tuple[str | Promise, list[PowerRow]]]:
    """Rows that are sorted by matter, under the label of each."""
    return [
        (Matter(matter).label, list(group))
        for matter, group in groupby(rows, key=lambda row: row.power.matter)
    ]


def columns_of(rows: Iterable[PowerRow]) -> list[MatrixColumn]:
    """The procedures that occur in ``rows``, in their one order."""
    used = {procedure for row in rows for procedure in row.procedures}
    return [
        MatrixColumn(key, HEADS[key], label)
        for key, label in Procedure.choices
        if key in used
    ]


def beginning(powers: Sequence[Fact], moment: Moment | None) -> list[Fact]:
    """The powers that begin with a change, on exactly its day."""
    return [
        fact
        for fact in powers
        if moment and fact.period.start.is_exact and fact.period.start.latest == moment.day
    ]


def changes_of(facts: Iterable[Fact]) -> list[Moment]:
    """The known days on which powers or rules begin or end, in order.

    A day "at the latest" is an edge of what is known, and no change.
    """
    bounds = [bound for fact in facts for bound in (fact.period.start, fact.period.end)]
    days = {bound.latest for bound in bounds if bound.is_exact}
    return [Moment(day, ()) for day in sorted(days)]
