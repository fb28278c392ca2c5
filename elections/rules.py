"""The rules of this app's details that a database cannot hold."""

from __future__ import annotations

from collections.abc import Iterator

from django.db.models import Q

from elections.aspects import HELD
from elections.models import Election, ResultRow, Winner
from facts.models import Fact, Topic
from facts.rules import Breach

CONTESTANTS = (Topic.PARTIES, Topic.PEOPLE)
"""The topics of those who may win a vote."""


def rows_say_something() -> Iterator[Breach]:
    """A row of a result has votes, a share or seats: else it is no result."""
    empty = ResultRow.objects.filter(votes=None, share="", seats=None)
    for row in empty.select_related("result__fact"):
        yield Breach(row.result.fact, f"has nothing to tell of {row.label}")


def winners_are_of_a_vote() -> Iterator[Breach]:
    """A winner is a party or a person, named by the fact that dates the vote."""
    sound = HELD.query("fact__aspect") & Q(contestant__topic__in=CONTESTANTS)
    for winner in Winner.objects.exclude(sound).select_related("fact", "contestant"):
        if not HELD.covers(winner.fact.aspect):
            yield Breach(winner.fact, "names a winner, and does not date a vote")
        if winner.contestant.topic not in CONTESTANTS:
            what = f"names as a winner what is no party or person: {winner.contestant}"
            yield Breach(winner.fact, what)


def elections_are_dated() -> Iterator[Breach]:
    """An election has a fact on the day it was held, which dates its page."""
    held = Fact.objects.published().filter(HELD.query())
    for election in Election.objects.select_related("subject").exclude(
        subject__facts__in=held
    ):
        yield Breach(election.subject, "is an election without a fact on its day")


MUSTS = (rows_say_something, winners_are_of_a_vote)
"""Rules that no edit may break, not even for a day."""

RULES = (*MUSTS, elections_are_dated)
