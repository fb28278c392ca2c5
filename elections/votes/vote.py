"""An election or a referendum, read off the facts about it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from elections.aspects import (
    CALLED,
    FIGURE,
    HELD,
    IN_THE_LEAD,
    RESULT,
    RESULT_BY,
    SYSTEM,
)
from elections.models import (
    CountStatus,
    Election,
    ElectionKind,
    FigureMeasure,
    System,
    SystemKind,
)
from elections.votes.unstated import Unstated, tells_more, unstated
from facts.aspects import OPEN_QUESTION, AspectKind
from facts.models import Basis, Disagreement, Fact
from facts.periods import Bound
from facts.periods_in_words import edtf_in_words
from parliament.aspects import COMPOSITION
from parliament.models import Way

EXPECTED: dict[str, tuple[str, ...]] = {
    ElectionKind.SUPREME_COUNCIL: ("seats", "candidates", "voters", "turnout"),
    ElectionKind.SENATE: ("seats", "candidates", "electors", "turnout"),
    ElectionKind.MAJILIS: ("seats", "candidates", "voters", "voted", "turnout"),
    ElectionKind.KURULTAI: ("seats", "lists", "candidates", "voters", "voted", "turnout"),
    ElectionKind.PRESIDENT: ("candidates", "voters", "voted", "turnout"),
    ElectionKind.REFERENDUM: ("voters", "voted", "turnout"),
}
"""What a reader asks of each kind of vote; where it is lacking, the page says so."""


@dataclass(frozen=True)
class FigureSummary:
    """A figure that a page tells, or that it lacks.

    ``fact`` gives it. Else ``gap`` says in words that it is open, or ``differ`` holds the
    question on which the sources collide; where all are missing the sources are silent.
    """

    measure: str
    label: str
    fact: Fact | None = None
    gap: Fact | None = None
    differ: Disagreement | None = None


def is_in_the_lead(fact: Fact) -> bool:
    """Whether the first lines of a vote's page tell a fact of the vote."""
    return any(kind.covers(fact.aspect) for kind in IN_THE_LEAD)


class Vote:
    """One election or referendum with the facts about it, and those of its chamber."""

    def __init__(
        self,
        election: Election,
        facts: Sequence[Fact],
        around: Sequence[Fact] = (),
        disagreements: Sequence[Disagreement] = (),
    ) -> None:
        self.election = election
        self.subject = election.subject
        self.facts = facts
        self.around = around
        self.disagreements = disagreements

    def of(self, kind: AspectKind, part: str = "") -> list[Fact]:
        """The facts about it of one kind; with that free part of the aspect, if given."""
        facts = kind.among(self.facts)
        return [fact for fact in facts if not part or kind.free_part(fact.aspect) == part]

    @cached_property
    def held(self) -> list[Fact]:
        """On what day or days it was held."""
        return self.of(HELD)

    @property
    def day(self) -> Bound:
        """The day on which it was held, or began, as precisely as it is known."""
        return self.held[0].period.start

    def is_of_the_day(self, fact: Fact) -> bool:
        """Whether a fact is dated as the vote itself: its page need not say when."""
        held = self.held[0]
        return (fact.start, fact.end) == (held.start, held.end)

    @property
    def when(self) -> str:
        """That day in words."""
        return edtf_in_words(self.day.edtf)

    @property
    def as_of(self) -> date:
        """The day on which the Parliament is shown beside it: the latest that fits."""
        return self.day.latest

    @property
    def decades(self) -> set[int]:
        """The decades in which it may have been held."""
        return {day.year // 10 * 10 for day in (self.day.earliest, self.day.latest)}

    def figure(self, measure: str) -> FigureSummary:
        """What is told of one measure."""
        found = self.of(FIGURE, measure)
        gaps = self.of(OPEN_QUESTION, measure)
        questions = [
            one
            for one in self.disagreements
            if measure
            in (FIGURE.free_part(one.aspect), OPEN_QUESTION.free_part(one.aspect))
        ]
        return FigureSummary(
            measure,
            str(FigureMeasure(measure).label),
            fact=found[0] if found else None,
            gap=gaps[0] if gaps else None,
            differ=questions[0] if questions else None,
        )

    @property
    def seats(self) -> FigureSummary:
        """How many seats were at stake."""
        return self.figure(FigureMeasure.SEATS)

    @property
    def turnout(self) -> FigureSummary:
        """What share took part."""
        return self.figure(FigureMeasure.TURNOUT)

    @cached_property
    def figures(self) -> list[FigureSummary]:
        """Every figure of which the sources tell anything, in one order."""
        told = [self.figure(measure) for measure in FigureMeasure.values]
        return [
            one
            for one in told
            if one.fact or (tells_more(one.gap) if one.gap else one.differ)
        ]

    @property
    def _gaps(self) -> set[str]:
        gaps = (one for one in self.facts if one.basis == Basis.GAP)
        return {OPEN_QUESTION.free_part(fact.aspect) for fact in gaps}

    @cached_property
    def unstated(self) -> list[Unstated]:
        """What a reader would ask of such a vote and no source states."""
        told = {one.measure for one in self.figures}
        wanted = {*EXPECTED[self.election.kind], *self._gaps}
        lacking = [one for one in FigureMeasure.values if one in wanted - told]
        if not self.results or RESULT.name in self._gaps:
            lacking.append(RESULT.name)
        if not self.systems and self.election.kind != ElectionKind.REFERENDUM:
            lacking.append(SYSTEM.name)
        facts = [*self.facts, *self.around_on_day(OPEN_QUESTION, SYSTEM.name)]
        return unstated(self.election, lacking, facts, has_results=bool(self.results))

    @property
    def has_words_for_gaps(self) -> bool:
        """Whether a fact says anything of what is not stated."""
        return any(one.gap for one in self.unstated)

    @property
    def has_unsaid(self) -> bool:
        """Whether a figure is told of which no source says how far it was counted."""
        facts = [one.fact for one in self.figures if one.fact]
        return any(fact.figure.status == CountStatus.UNSAID for fact in facts)

    @cached_property
    def results(self) -> list[Fact]:
        """The counts, each a table of its own."""
        return [
            fact
            for fact in self.facts
            if RESULT.covers(fact.aspect) or RESULT_BY.covers(fact.aspect)
        ]

    @cached_property
    def called(self) -> list[Fact]:
        """Who called it, and how."""
        return self.of(CALLED)

    @cached_property
    def others(self) -> list[Fact]:
        """What else is told of it."""
        shown = {*self.held, *self.results, *self.called}
        shown |= {one.fact for one in self.figures if one.fact}
        shown |= {one.gap for one in self.figures if one.gap and not one.fact}
        shown |= {one.gap for one in self.unstated if one.gap}
        rest = [fact for fact in self.facts if fact not in shown]
        return [fact for fact in rest if not is_in_the_lead(fact)]

    @property
    def has_undated(self) -> bool:
        """Whether anything else is told that is dated as the vote itself."""
        return any(self.is_of_the_day(fact) for fact in self.others)

    def questions(self, followed: Iterable[Fact] = ()) -> list[Disagreement]:
        """Where the sources disagree on the vote or on any fact that its page shows.

        ``followed`` are the facts that the page shows of other subjects.
        """
        found = {one.key: one for one in self.disagreements}
        for fact in (*self.facts, *self.systems, *followed):
            found |= {one.key: one for one in fact.disagreements if one.key not in found}
        return list(found.values())

    @cached_property
    def systems(self) -> list[Fact]:
        """How votes became seats on its day.

        Several only where the sources do not settle which rule held.
        """
        return self.around_on_day(SYSTEM)

    @property
    def system(self) -> System | None:
        """The one settled system of the day."""
        return self.systems[0].system if len(self.systems) == 1 else None

    @property
    def kind_of_system(self) -> str:
        """How votes became seats, where all rules that may have held are of one kind."""
        kinds = {fact.system.kind for fact in self.systems}
        return kinds.pop() if len(kinds) == 1 else ""

    @property
    def threshold(self) -> str:
        """The share that a list needed, in per cent; empty where none is told."""
        told = self.figure(FigureMeasure.THRESHOLD).fact
        if told:
            return str(told.figure.value)
        return self.system.threshold if self.system else ""

    def threshold_for(self, fact: Fact) -> str:
        """The threshold that bore on the rows of a result; empty where none did."""
        all_seats = {SystemKind.LIST, SystemKind.LIST_AND_ASSEMBLY}
        way = fact.result.way
        is_lists = way == Way.LIST or (
            not way and self.system is not None and self.system.kind in all_seats
        )
        return self.threshold if is_lists else ""

    def at_stake(self, fact: Fact) -> int | None:
        """How many seats could be won in a result; ``None`` where that is not told.

        The figure is of the whole vote, so it says nothing of the seats of one way.
        """
        told = self.seats.fact
        return None if told is None or fact.result.way else int(told.figure.number)

    def seats_by(self, way: str) -> int | None:
        """How many seats of its chamber are filled in a way; ``None`` if not settled."""
        found = self.around_on_day(COMPOSITION)
        if len(found) != 1:
            return None
        return found[0].composition.seats_by(way) or None

    def around_on_day(self, kind: AspectKind, part: str = "") -> list[Fact]:
        """The chamber's facts of a kind that surely held that day, else all that may have.

        ``part`` is the free part of their aspect, where it matters.
        """
        facts = [
            fact
            for fact in kind.among(self.around)
            if not part or kind.free_part(fact.aspect) == part
        ]
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
