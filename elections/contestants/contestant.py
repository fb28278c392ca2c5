"""A party or a person on a day, read off the facts that tell of it.

A party or person is a subject. What is told of it stands in facts about it, in facts of
chambers that name it in a post, in mergers, and in rows of results.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import cached_property

from elections.aspects import MERGER, OPEN_END, PARTY_CHAIR
from elections.contestants.candidacies import Candidacies
from elections.contestants.mergers import PartyMergers
from elections.contestants.names import ContestantNames
from elections.contestants.posts import HeldPost, PersonPosts, held_posts
from facts.aspects import NAME
from facts.models import Fact, Subject, Topic


class Contestant:
    """A party or person with the facts that tell of it, and the day looked at.

    Each group of answers is an object of its own: ``names``, ``mergers``, ``posts`` and
    ``candidacies``.
    """

    def __init__(self, subject: Subject, facts: Sequence[Fact], day: date) -> None:
        self.subject = subject
        self.day = day
        self.facts = facts
        self.own = [fact for fact in facts if fact.subject_id == subject.pk]

    @cached_property
    def names(self) -> ContestantNames:
        """What it was called."""
        namings = [fact for fact in self.own if fact.aspect == NAME]
        return ContestantNames(self.subject, namings, self.day)

    @cached_property
    def mergers(self) -> PartyMergers:
        """What it went into, and what went into it."""
        mergers = [fact for fact in self.facts if MERGER.covers(fact.aspect)]
        return PartyMergers(self.subject, mergers, self.day)

    @cached_property
    def posts(self) -> PersonPosts:
        """The posts that it held, if it is a person."""
        posts = [
            fact
            for fact in self.facts
            if hasattr(fact, "membership") and fact.subject_id != self.subject.pk
        ]
        return PersonPosts(posts, self.day)

    @cached_property
    def candidacies(self) -> Candidacies:
        """The votes that it stood in."""
        return Candidacies(self.subject, self.facts)

    @cached_property
    def leaders(self) -> list[HeldPost]:
        """Who led it, in order, if it is a party."""
        chairs = [fact for fact in self.own if PARTY_CHAIR.covers(fact.aspect)]
        return held_posts(chairs, self.day)

    @property
    def left_open(self) -> Fact | None:
        """That the sources do not say how it ended, where that is told for the day."""
        open_ends = (fact for fact in self.own if fact.aspect == OPEN_END)
        return next((fact for fact in open_ends if fact.period.is_certain(self.day)), None)

    @property
    def introduction(self) -> Fact | None:
        """What tells who a person without a post is: the first that is told."""
        is_person = self.subject.topic == Topic.PEOPLE and self.names
        if not is_person or self.posts:
            return None
        return next((fact for fact in self.own if fact.aspect != NAME), None)

    @cached_property
    def others(self) -> list[Fact]:
        """What else is told of it."""
        elsewhere = {
            self.introduction,
            *(name.fact for name in self.names.all),
            *(merger.fact for merger in self.mergers.all),
            *(leader.fact for leader in self.leaders),
        }
        return [fact for fact in self.own if fact not in elsewhere]
