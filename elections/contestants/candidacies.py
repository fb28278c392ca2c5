"""The votes that a party or a person stood in, and what they got there."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from elections.aspects import HELD
from elections.models import ResultRow
from elections.votes.fetching import in_time
from elections.votes.vote import Vote
from facts.models import Fact, Subject


@dataclass(frozen=True)
class Candidacy:
    """One row of a result: in which vote, and what the party or person got."""

    vote: Vote
    fact: Fact
    row: ResultRow

    @cached_property
    def at_stake(self) -> int | None:
        """All seats of the vote; ``None`` where that is not told, or the row is of a part.

        Seats of different votes compare only beside all that could be won. The seats won
        in one way are all of them where its rows add up to that.
        """
        seats = self.vote.figures.all_seats
        if self.row.seats is None or seats is None:
            return None
        result = self.fact.result
        won = sum(row.seats or 0 for row in result.rows.all())
        return seats if won == seats else self.vote.figures.seats_of(result)


class Candidacies:
    """What a party or person got in votes, in order of time."""

    def __init__(self, subject: Subject, facts: Sequence[Fact]) -> None:
        """``facts`` are those of results and votes that name the subject, in order."""
        self.subject = subject
        self.facts = facts

    @cached_property
    def all(self) -> list[Candidacy]:
        """Every row that the subject has in a result, in order of time."""
        votes = {vote.subject.pk: vote for vote in votes_of(self.facts)}
        candidacies = [
            Candidacy(votes[fact.subject_id], fact, row)
            for fact in self.facts
            if hasattr(fact, "result") and fact.subject_id in votes
            for row in fact.result.rows.all()
            if row.contestant_id == self.subject.pk
        ]
        order = list(votes)
        return sorted(candidacies, key=lambda row: order.index(row.fact.subject_id))

    @property
    def won_uncounted(self) -> list[Fact]:
        """What dates the votes that it won without a row in a result, in order of time."""
        counted = {candidacy.vote.subject.pk for candidacy in self.all}
        won = [
            fact
            for fact in self.facts
            if HELD.covers(fact.aspect)
            and fact.subject_id not in counted
            and self.subject.pk in {winner.contestant_id for winner in fact.winners.all()}
        ]
        return sorted(won, key=lambda fact: fact.period.start.earliest)

    @cached_property
    def has_shares(self) -> bool:
        """Whether any of the rows tells of a share."""
        return any(candidacy.row.share for candidacy in self.all)

    @cached_property
    def has_seats(self) -> bool:
        """Whether any of the rows tells of seats beside all at stake."""
        return any(candidacy.at_stake for candidacy in self.all)

    @cached_property
    def is_for_seats(self) -> bool:
        """Whether any of the votes filled seats of a chamber."""
        return any(candidacy.vote.election.institution_id for candidacy in self.all)

    @cached_property
    def latest(self) -> Candidacy | None:
        """What it got in the latest vote told: of all seats, else in the last part."""
        if not self.all:
            return None
        last = self.all[-1].vote
        rows = [candidacy for candidacy in self.all if candidacy.vote is last]
        return next((candidacy for candidacy in rows if candidacy.at_stake), rows[-1])


def votes_of(facts: Iterable[Fact]) -> list[Vote]:
    """The dated votes that some of the facts are about, in order of time."""
    by_subject: dict[Subject, list[Fact]] = {}
    for fact in facts:
        if hasattr(fact.subject, "election"):
            by_subject.setdefault(fact.subject, []).append(fact)
    votes = [Vote(subject.election, own) for subject, own in by_subject.items()]
    return in_time(vote for vote in votes if vote.held)
