"""An election or a referendum, read off the facts about it.

Facts are fetched once, those of the vote and those of its chamber; what a page shows of
them is then picked by aspect.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from django.db.models import Prefetch, Q

from elections.aspects import (
    CALLED,
    FIGURE,
    HELD,
    RESULT,
    RESULT_BY,
    SYSTEM,
    TERM_IN_LAW,
    detail_of,
    is_for_head,
)
from elections.gaps import Unstated, tells_more, unstated
from elections.models import Election, Measure, ResultRow, Status, System
from facts.models import Basis, Disagreement, Fact
from facts.periods import Bound
from facts.periods_in_words import edtf_in_words
from parliament.aspects import (
    COMPOSITION,
    CONVOCATION,
    EXISTENCE,
    FIRST_SITTING,
    HOLDER,
    OPEN_QUESTION,
    TERM,
)
from parliament.aspects import detail_of as parliament_detail_of
from parliament.models import Way

PRESIDENCY = "president"
"""The key of the subject whose facts say how a President is elected."""

Kind = Election.Kind

EXPECTED: dict[str, tuple[str, ...]] = {
    Kind.SUPREME_COUNCIL: ("seats", "candidates", "voters", "turnout"),
    Kind.SENATE: ("seats", "candidates", "electors", "turnout"),
    Kind.MAJILIS: ("seats", "candidates", "voters", "voted", "turnout"),
    Kind.KURULTAI: ("seats", "lists", "candidates", "voters", "voted", "turnout"),
    Kind.PRESIDENT: ("candidates", "voters", "voted", "turnout"),
    Kind.REFERENDUM: ("voters", "voted", "turnout"),
}
"""What a reader asks of each kind of vote; where it is lacking, the page says so."""


AROUND = (
    SYSTEM,
    OPEN_QUESTION + SYSTEM,
    COMPOSITION,
    TERM,
    TERM_IN_LAW,
    CONVOCATION,
    FIRST_SITTING,
    OPEN_QUESTION + FIRST_SITTING,
    EXISTENCE,
    HOLDER,
)
"""What the page of a vote tells of the chamber or post that it filled."""


@dataclass(frozen=True)
class Told:
    """A figure that a page tells, or that it lacks.

    ``fact`` gives it. Else ``gap`` says in words that it is open, or ``differ`` holds the
    question on which the sources collide; where all are missing the sources are silent.
    """

    measure: str
    label: str
    fact: Fact | None = None
    gap: Fact | None = None
    differ: Disagreement | None = None


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

    def of(self, aspect: str) -> list[Fact]:
        """The facts about it in one aspect."""
        return [fact for fact in self.facts if fact.aspect == aspect]

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

    def figure(self, measure: str) -> Told:
        """What is told of one measure."""
        found = self.of(FIGURE + measure)
        gaps = self.of(OPEN_QUESTION + measure)
        questions = [
            one
            for one in self.disagreements
            if one.aspect.removeprefix(FIGURE).removeprefix(OPEN_QUESTION) == measure
        ]
        return Told(
            measure,
            str(Measure(measure).label),
            fact=found[0] if found else None,
            gap=gaps[0] if gaps else None,
            differ=questions[0] if questions else None,
        )

    @property
    def seats(self) -> Told:
        """How many seats were at stake."""
        return self.figure(Measure.SEATS)

    @property
    def turnout(self) -> Told:
        """What share took part."""
        return self.figure(Measure.TURNOUT)

    @cached_property
    def figures(self) -> list[Told]:
        """Every figure of which the sources tell anything, in one order."""
        told = [self.figure(measure) for measure in Measure.values]
        return [
            one
            for one in told
            if one.fact or (tells_more(one.gap) if one.gap else one.differ)
        ]

    @property
    def _gaps(self) -> set[str]:
        gaps = (one for one in self.facts if one.basis == Basis.GAP)
        return {fact.aspect.removeprefix(OPEN_QUESTION) for fact in gaps}

    @cached_property
    def unstated(self) -> list[Unstated]:
        """What a reader would ask of such a vote and no source states."""
        told = {one.measure for one in self.figures}
        wanted = {*EXPECTED[self.election.kind], *self._gaps}
        lacking = [one for one in Measure.values if one in wanted - told]
        if not self.results or RESULT in self._gaps:
            lacking.append(RESULT)
        if not self.systems and self.election.kind != Kind.REFERENDUM:
            lacking.append(SYSTEM)
        facts = [*self.facts, *self.around_on_day(OPEN_QUESTION + SYSTEM)]
        return unstated(self.election, lacking, facts, has_results=bool(self.results))

    @property
    def has_words_for_gaps(self) -> bool:
        """Whether a fact says anything of what is not stated."""
        return any(one.gap for one in self.unstated)

    @property
    def has_unsaid(self) -> bool:
        """Whether a figure is told of which no source says how far it was counted."""
        facts = [one.fact for one in self.figures if one.fact]
        return any(fact.figure.status == Status.UNSAID for fact in facts)

    @cached_property
    def results(self) -> list[Fact]:
        """The counts, each a table of its own."""
        return [
            fact
            for fact in self.facts
            if fact.aspect == RESULT or fact.aspect.startswith(RESULT_BY)
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
        return [fact for fact in rest if not is_for_head(fact.aspect)]

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
        told = self.figure(Measure.THRESHOLD).fact
        if told:
            return str(told.figure.value)
        return self.system.threshold if self.system else ""

    def threshold_for(self, fact: Fact) -> str:
        """The threshold that bore on the rows of a result; empty where none did."""
        all_seats = {System.Kind.LIST, System.Kind.LIST_AND_ASSEMBLY}
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

    def around_on_day(self, aspect: str) -> list[Fact]:
        """The chamber's facts that surely held on its day, else all that may have."""
        facts = [fact for fact in self.around if fact.aspect == aspect]
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


def all_votes() -> list[Vote]:
    """Every election and referendum that a fact dates, in order of time.

    With what a list shows: its day, its seats and its turnout.
    """
    elections = list(Election.objects.select_related("subject", "institution"))
    aspects = (
        HELD,
        *(
            prefix + measure
            for prefix in (FIGURE, OPEN_QUESTION)
            for measure in (Measure.SEATS, Measure.TURNOUT)
        ),
    )
    facts: dict[int, list[Fact]] = defaultdict(list)
    for fact in (
        Fact.objects.published()
        .filter(subject__election__isnull=False, aspect__in=aspects)
        .select_related("figure")
        .in_order()
    ):
        if is_complete(fact):
            facts[fact.subject_id].append(fact)
    questions: dict[int, list[Disagreement]] = defaultdict(list)
    for one in Disagreement.objects.filter(subject__election__isnull=False):
        questions[one.subject_id].append(one)
    found = [
        Vote(one, facts[one.subject_id], (), questions[one.subject_id]) for one in elections
    ]
    return in_time(vote for vote in found if vote.held)


def election_keys() -> list[str]:
    """The keys of the elections and referendums that have a page: those a fact dates."""
    held = Fact.objects.published().filter(aspect=HELD)
    found = Election.objects.filter(subject__facts__in=held).distinct()
    return list(found.values_list("subject__key", flat=True))


def in_time(votes: Iterable[Vote]) -> list[Vote]:
    """The votes by the day on which they were held."""
    return sorted(
        votes, key=lambda one: (one.day.earliest, one.day.latest, one.subject.key)
    )


def vote_of(election: Election) -> Vote:
    """One election with everything that its page shows."""
    chamber = Q(aspect__in=AROUND)
    if election.institution_id:
        chamber &= Q(subject=election.institution_id)
    elif election.kind == Kind.PRESIDENT:
        chamber &= Q(subject__key=PRESIDENCY)
    else:
        chamber &= Q(pk=None)
    rows = ResultRow.objects.select_related("contestant")
    facts = (
        Fact.objects.published()
        .filter(Q(subject=election.subject) | chamber)
        .with_sources()
        .select_related(
            "figure", "result", "system", "composition", "convocation", "existence", "term"
        )
        .prefetch_related(Prefetch("result__rows", queryset=rows), "composition__parts")
        .in_order()
    )
    complete = [fact for fact in facts if is_complete(fact)]
    return Vote(
        election,
        [fact for fact in complete if fact.subject_id == election.subject_id],
        [fact for fact in complete if fact.subject_id != election.subject_id],
        list(Disagreement.objects.filter(subject=election.subject)),
    )


def is_complete(fact: Fact) -> bool:
    """Whether a fact has the details of its aspect; no page shows it before."""
    detail = detail_of(fact.aspect) or parliament_detail_of(fact.aspect)
    return not detail or hasattr(fact, detail)


def neighbours(vote: Vote, votes: Sequence[Vote]) -> tuple[Vote | None, Vote | None]:
    """The vote of the same kind before and the one after; ``None`` at either end."""
    alike = [one for one in votes if one.election.kind == vote.election.kind]
    keys = [one.subject.key for one in alike]
    at = keys.index(vote.subject.key)
    before = alike[at - 1] if at else None
    after = alike[at + 1] if at + 1 < len(alike) else None
    return before, after


WAYS: dict[str, tuple[str, ...]] = {
    System.Kind.SINGLE_MEMBER: (Way.DISTRICT,),
    System.Kind.STATE_LIST: (Way.ELECTED, Way.STATE_LIST),
    System.Kind.PARALLEL: (Way.DISTRICT, Way.LIST),
    System.Kind.LIST_AND_ASSEMBLY: (Way.LIST, Way.ASSEMBLY),
    System.Kind.MIXED: (Way.LIST, Way.DISTRICT),
    System.Kind.LIST: (Way.LIST,),
    System.Kind.INDIRECT: (Way.COUNCILS, Way.APPOINTED),
    System.Kind.DIRECT: (Way.ELECTED,),
}
"""The ways in which each kind of system fills seats, as its drawing shows them."""
