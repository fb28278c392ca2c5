"""The posts that a person held, and those who led a party."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from elections.contestants.addresses import body_address, contestant_address
from facts.models import Fact, Topic
from facts.names import nearest
from parliament.sentences import post_title


@dataclass(frozen=True)
class HeldPost:
    """A post that somebody held, and whether that was so on the day looked at."""

    fact: Fact
    is_sure: bool

    @property
    def title(self) -> str:
        """What the post is called, with its body."""
        return post_title(self.fact.membership)

    @property
    def address(self) -> str:
        """The page of the body on the first day on which the post was surely held."""
        return f"{body_address(self.fact.subject)}?on={self.fact.period.start.latest}"

    @property
    def person_address(self) -> str:
        """The page of who held it."""
        return contestant_address(self.fact.membership.person)


def held_posts(facts: Iterable[Fact], day: date) -> list[HeldPost]:
    """The posts that facts tell of, in their order, seen from a day."""
    return [HeldPost(fact, fact.period.is_certain(day)) for fact in facts]


class PersonPosts:
    """The posts that a person held in a chamber, a party or the state."""

    def __init__(self, facts: Sequence[Fact], day: date) -> None:
        """``facts`` are those that name the person in a post, in order."""
        self.day = day
        self.all = held_posts(facts, day)

    def __bool__(self) -> bool:
        return bool(self.all)

    @property
    def sure(self) -> list[HeldPost]:
        """Those held on the day for certain, in order."""
        return [post for post in self.all if post.is_sure]

    @cached_property
    def lead(self) -> list[HeldPost]:
        """Those that the first line tells: the sure ones of the day, else the nearest.

        A post in a party is told first only of those who held no other.
        """
        if self.sure:
            return self.sure
        outside = [post for post in self.all if post.fact.subject.topic != Topic.PARTIES]
        fact = nearest([post.fact for post in outside or self.all], self.day)
        return [post for post in self.all if post.fact is fact]

    @property
    def other_titles(self) -> list[str]:
        """The titles of those that the first line leaves out, each once, in order."""
        in_the_lead = {post.title for post in self.lead}
        titles = dict.fromkeys(post.title for post in self.all)
        return [title for title in titles if title not in in_the_lead]
