"""Elections and referendums with the facts about them, and those of their chambers."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Protocol, TypeVar

from django.db.models import Q

from elections.aspects import ASPECTS, FIGURE, HELD, SYSTEM, TERM_IN_LAW
from elections.models import Election, ElectionKind, FigureMeasure
from elections.votes.vote import Vote, VoteDay
from facts.aspects import OPEN_QUESTION, any_of
from facts.held import held
from facts.models import Disagreement, Fact, Subject
from facts.periods import Bound
from parliament.aspects import (
    COMPOSITION,
    CONVOCATION,
    EXISTENCE,
    FIRST_SITTING,
    HOLDER,
    TERM,
)

PRESIDENCY = "president"
"""The key of the subject whose facts say how a President is elected."""

AROUND = (
    SYSTEM,
    COMPOSITION,
    TERM,
    TERM_IN_LAW,
    CONVOCATION,
    FIRST_SITTING,
    EXISTENCE,
    HOLDER,
)
"""What the page of a vote tells of the chamber or post that it filled."""

OPEN_AROUND = tuple(OPEN_QUESTION.with_part(kind.name) for kind in (SYSTEM, FIRST_SITTING))
"""What it tells of that the sources leave open of these."""

LISTED = tuple(
    kind.with_part(measure)
    for kind in (FIGURE, OPEN_QUESTION)
    for measure in (FigureMeasure.SEATS, FigureMeasure.TURNOUT)
)
"""The aspects that a list of votes shows beside the day."""


class Dated(Protocol):
    """A vote that has its place in time."""

    @property
    def subject(self) -> Subject: ...
    @property
    def day(self) -> Bound: ...


DatedT = TypeVar("DatedT", bound=Dated)


def in_time(votes: Iterable[DatedT]) -> list[DatedT]:
    """The votes by the day on which they were held."""
    return sorted(
        votes, key=lambda vote: (vote.day.earliest, vote.day.latest, vote.subject.key)
    )


@held
def fetch_votes() -> list[Vote]:
    """Every election and referendum that a fact dates, in order of time.

    With what a list shows: its day, its seats and its turnout.
    """
    facts: dict[int, list[Fact]] = defaultdict(list)
    for fact in (
        Fact.objects.published()
        .filter(HELD.query() | Q(aspect__in=LISTED), subject__election__isnull=False)
        .with_sentences()
        .in_order()
    ):
        if ASPECTS.is_complete(fact):
            facts[fact.subject_id].append(fact)
    questions: dict[int, list[Disagreement]] = defaultdict(list)
    published = Disagreement.objects.published()
    for question in published.filter(subject__election__isnull=False):
        questions[question.subject_id].append(question)
    votes = [
        Vote(
            election,
            facts[election.subject_id],
            disagreements=questions[election.subject_id],
        )
        for election in Election.objects.select_related("subject", "institution")
    ]
    return in_time(vote for vote in votes if vote.held)


@held
def election_keys() -> list[str]:
    """The keys of the elections and referendums that have a page: those a fact dates."""
    held = Fact.objects.published().filter(HELD.query())
    dated = Election.objects.filter(subject__facts__in=held).distinct()
    return list(dated.values_list("subject__key", flat=True))


@held
def fetch_vote(slug: str) -> Vote | None:
    """One election or referendum with everything that its page shows.

    ``None`` where there is none of that key, or no fact dates it.
    """
    elections = Election.objects.select_related("subject", "institution")
    election = elections.filter(subject__key=slug).first()
    if election is None:
        return None
    facts = (
        Fact.objects.published()
        .filter(Q(subject=election.subject) | _around(election))
        .with_sources()
        .select_related("system")
        .in_order()
    )
    complete = [fact for fact in facts if ASPECTS.is_complete(fact)]
    vote = Vote(
        election,
        [fact for fact in complete if fact.subject_id == election.subject_id],
        [fact for fact in complete if fact.subject_id != election.subject_id],
        list(Disagreement.objects.published().filter(subject=election.subject)),
    )
    return vote if vote.held else None


def _around(election: Election) -> Q:
    """The facts of the chamber or post that an election filled, asked of the database."""
    shown = any_of(AROUND) | Q(aspect__in=OPEN_AROUND)
    if election.institution_id:
        return shown & Q(subject=election.institution_id)
    if election.kind == ElectionKind.PRESIDENT:
        return shown & Q(subject__key=PRESIDENCY)
    return Q(pk=None)


def fetch_neighbours(vote: Vote) -> tuple[VoteDay | None, VoteDay | None]:
    """The vote of the same kind before and the one after; ``None`` at either end."""
    return _beside(vote.subject, days_of_votes(vote.election.kind))


@held
def days_of_votes(kind: str) -> list[VoteDay]:
    """When each vote of a kind was held, in order of time."""
    days: dict[int, VoteDay] = {}
    for fact in (
        Fact.objects.published()
        .filter(HELD.query(), subject__election__kind=kind)
        .select_related("subject")
        .in_order()
    ):
        days.setdefault(fact.subject_id, VoteDay(fact.subject, fact.period.start))
    return in_time(days.values())


def _beside(
    subject: Subject, votes: Sequence[VoteDay]
) -> tuple[VoteDay | None, VoteDay | None]:
    place = [vote.subject.pk for vote in votes].index(subject.pk)
    before = votes[place - 1] if place else None
    after = votes[place + 1] if place + 1 < len(votes) else None
    return before, after
