"""Elections and referendums with the facts about them, and those of their chambers."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from django.db.models import Q

from elections.aspects import ASPECTS, FIGURE, HELD, SYSTEM, TERM_IN_LAW
from elections.models import Election, ElectionKind, FigureMeasure
from elections.votes.vote import Vote
from facts.aspects import OPEN_QUESTION, any_of
from facts.models import Disagreement, Fact
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


def all_votes() -> list[Vote]:
    """Every election and referendum that a fact dates, in order of time.

    With what a list shows: its day, its seats and its turnout.
    """
    elections = list(Election.objects.select_related("subject", "institution"))
    aspects = [
        kind.with_part(measure)
        for kind in (FIGURE, OPEN_QUESTION)
        for measure in (FigureMeasure.SEATS, FigureMeasure.TURNOUT)
    ]
    facts: dict[int, list[Fact]] = defaultdict(list)
    for fact in (
        Fact.objects.published()
        .filter(HELD.query() | Q(aspect__in=aspects), subject__election__isnull=False)
        .with_sentences()
        .in_order()
    ):
        if ASPECTS.is_complete(fact):
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
    held = Fact.objects.published().filter(HELD.query())
    found = Election.objects.filter(subject__facts__in=held).distinct()
    return list(found.values_list("subject__key", flat=True))


def in_time(votes: Iterable[Vote]) -> list[Vote]:
    """The votes by the day on which they were held."""
    return sorted(
        votes, key=lambda one: (one.day.earliest, one.day.latest, one.subject.key)
    )


def vote_of(election: Election) -> Vote:
    """One election with everything that its page shows."""
    chamber = any_of(AROUND) | Q(aspect__in=OPEN_AROUND)
    if election.institution_id:
        chamber &= Q(subject=election.institution_id)
    elif election.kind == ElectionKind.PRESIDENT:
        chamber &= Q(subject__key=PRESIDENCY)
    else:
        chamber &= Q(pk=None)
    facts = (
        Fact.objects.published()
        .filter(Q(subject=election.subject) | chamber)
        .with_sources()
        .select_related(
            "figure", "result", "system", "composition", "convocation", "existence", "term"
        )
        .in_order()
    )
    complete = [fact for fact in facts if ASPECTS.is_complete(fact)]
    return Vote(
        election,
        [fact for fact in complete if fact.subject_id == election.subject_id],
        [fact for fact in complete if fact.subject_id != election.subject_id],
        list(Disagreement.objects.filter(subject=election.subject)),
    )


def neighbours(vote: Vote, votes: Sequence[Vote]) -> tuple[Vote | None, Vote | None]:
    """The vote of the same kind before and the one after; ``None`` at either end."""
    alike = [one for one in votes if one.election.kind == vote.election.kind]
    keys = [one.subject.key for one in alike]
    at = keys.index(vote.subject.key)
    before = alike[at - 1] if at else None
    after = alike[at + 1] if at + 1 < len(alike) else None
    return before, after
