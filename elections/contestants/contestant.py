"""A party or person: its names, what it won, the posts it held, on a day.

A party or person is a subject. What is told of it stands in facts about it, in facts of
chambers that name it in a post, in mergers, and in rows of results.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from elections.aspects import HELD, MERGER, OPEN_END, PARTY_CHAIR
from elections.models import ResultRow
from elections.votes.fetching import in_time
from elections.votes.vote import Vote
from facts.aspects import NAME
from facts.models import Fact, Subject, Topic
from facts.names import main_name, nearest
from parliament.sentences import post_title


@dataclass(frozen=True)
class Candidacy:
    """One row of a result: in which vote, and what the party or person got."""

    vote: Vote
    fact: Fact
    row: ResultRow

    @property
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


class Contestant:
    """A party or person with the facts that tell of it, and the day looked at."""

    def __init__(self, subject: Subject, facts: Sequence[Fact], day: date) -> None:
        self.subject = subject
        self.day = day
        self.facts = facts
        self.own = [fact for fact in facts if fact.subject_id == subject.pk]

    @cached_property
    def namings(self) -> list[Fact]:
        """The facts that hold its names, in order."""
        return [fact for fact in self.own if fact.aspect == NAME]

    @cached_property
    def naming(self) -> Fact | None:
        """The names on the day: those that surely held, else may have, else the nearest."""
        return nearest(self.namings, self.day)

    @property
    def other_namings(self) -> list[Fact]:
        """The names that it bore on other days, the latest first."""
        return [fact for fact in reversed(self.namings) if fact != self.naming]

    @property
    def name(self) -> str:
        """What it was called in English on the day."""
        return main_name(self.naming) or self.subject.name

    @property
    def title(self) -> str:
        """Its name on the day, with what tells it apart from another of that name."""
        last = self.subject.name
        return last if last.startswith(f"{self.name} (") else self.name

    @property
    def was_named(self) -> bool:
        """Whether one of its names may have held on the day."""
        return bool(self.naming and self.naming.period.is_possible(self.day))

    @property
    def was_surely_named(self) -> bool:
        """Whether one of its names held on the day for certain."""
        return bool(self.naming and self.naming.period.is_certain(self.day))

    @property
    def joined(self) -> Fact | None:
        """The merger by which it had become part of another party by the day."""
        own = (fact for fact in self.mergers if fact.subject_id == self.subject.pk)
        return next((fact for fact in own if fact.period.start.latest <= self.day), None)

    @property
    def left_open(self) -> Fact | None:
        """That the sources do not say how it ended, where that is told for the day."""
        open_ends = (fact for fact in self.own if fact.aspect == OPEN_END)
        return next((fact for fact in open_ends if fact.period.is_certain(self.day)), None)

    @cached_property
    def mergers(self) -> list[Fact]:
        """What it went into, and what went into it."""
        return [fact for fact in self.facts if MERGER.covers(fact.aspect)]

    @cached_property
    def line(self) -> list[Fact]:
        """The names of it and of all that went into it, with the mergers, in order."""
        return [fact for fact in self.facts if fact.aspect == NAME or fact in self.mergers]

    @cached_property
    def posts(self) -> list[Fact]:
        """The posts that it held in a chamber, a party or the state, in order."""
        return [
            fact
            for fact in self.facts
            if hasattr(fact, "membership") and fact.subject_id != self.subject.pk
        ]

    @property
    def sure_posts(self) -> list[Fact]:
        """The posts that it held on the day for certain, in order."""
        return [fact for fact in self.posts if fact.period.is_certain(self.day)]

    @property
    def lead_posts(self) -> list[Fact]:
        """The posts that its first line tells: the sure ones of the day, else the nearest.

        A post in a party is told first only of those who held no other.
        """
        others = [fact for fact in self.posts if fact.subject.topic != Topic.PARTIES]
        found = nearest(others or self.posts, self.day)
        return self.sure_posts or ([found] if found else [])

    @property
    def also(self) -> list[str]:
        """The titles of the posts that its first line leaves out, each once, in order."""
        led = {post_title(fact.membership) for fact in self.lead_posts}
        titles = dict.fromkeys(post_title(fact.membership) for fact in self.posts)
        return [title for title in titles if title not in led]

    @cached_property
    def leaders(self) -> list[Fact]:
        """Who led it, in order."""
        return [fact for fact in self.own if PARTY_CHAIR.covers(fact.aspect)]

    @property
    def introduction(self) -> Fact | None:
        """What tells who a person without a post is: the first that is told."""
        is_person = self.subject.topic == Topic.PEOPLE and self.namings
        if not is_person or self.posts:
            return None
        return next((fact for fact in self.own if fact not in self.namings), None)

    @cached_property
    def others(self) -> list[Fact]:
        """What else is told of it."""
        shown = {*self.namings, *self.mergers, *self.leaders, self.introduction}
        return [fact for fact in self.own if fact not in shown]

    @cached_property
    def won(self) -> list[Fact]:
        """The votes that a person won of which no source gives a number, in order of time.

        The fact that dates such a vote names the winner; no row of a result does.
        """
        if self.subject.topic != Topic.PEOPLE:
            return []
        counted = {one.vote.subject.pk for one in self.stood}
        found = [
            fact
            for fact in self.facts
            if HELD.covers(fact.aspect)
            and fact.subject_id not in counted
            and self.subject.pk in {winner.contestant_id for winner in fact.winners.all()}
        ]
        return sorted(found, key=lambda fact: fact.period.start.earliest)

    @property
    def has_shares(self) -> bool:
        """Whether any of its results tells of a share."""
        return any(one.row.share for one in self.stood)

    @property
    def has_seats(self) -> bool:
        """Whether any of its results tells of seats beside all at stake."""
        return any(one.at_stake for one in self.stood)

    @property
    def is_for_seats(self) -> bool:
        """Whether any vote that it stood in filled seats of a chamber."""
        return any(one.vote.election.institution_id for one in self.stood)

    @property
    def latest(self) -> Candidacy | None:
        """What it got in the latest vote told: of all seats, else in the last part."""
        if not self.stood:
            return None
        last = self.stood[-1].vote
        rows = [one for one in self.stood if one.vote is last]
        return next((one for one in rows if one.at_stake), rows[-1])

    @cached_property
    def stood(self) -> list[Candidacy]:
        """Every row that it has in a result, in order of time."""
        votes = {vote.subject.pk: vote for vote in votes_of(self.facts)}
        found = [
            Candidacy(votes[fact.subject_id], fact, row)
            for fact in self.facts
            if hasattr(fact, "result") and fact.subject_id in votes
            for row in fact.result.rows.all()
            if row.contestant_id == self.subject.pk
        ]
        order = list(votes)
        return sorted(found, key=lambda one: order.index(one.fact.subject_id))


def votes_of(facts: Iterable[Fact]) -> list[Vote]:
    """The dated votes that some of the facts are about, in order of time."""
    by_subject: dict[Subject, list[Fact]] = {}
    for fact in facts:
        if hasattr(fact.subject, "election"):
            by_subject.setdefault(fact.subject, []).append(fact)
    found = [Vote(subject.election, own) for subject, own in by_subject.items()]
    return in_time(vote for vote in found if vote.held)
