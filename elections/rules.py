"""The rules of this app's details that a database cannot hold."""

from __future__ import annotations

from collections.abc import Iterator

from elections.aspects import HELD
from elections.models import Election, ResultRow
from facts.models import Fact
from facts.rules import Breach


def rows_say_something() -> Iterator[Breach]:
    """A row of a result has votes, a share or seats: else it is no result."""
    empty = ResultRow.objects.filter(votes=None, share="", seats=None)
    for row in empty.select_related("result__fact"):
        yield Breach(row.result.fact, f"has nothing to tell of {row.label}")


def elections_are_dated() -> Iterator[Breach]:
    """An election has a fact on the day it was held, which dates its page."""
    held = Fact.objects.published().filter(HELD.query())
    for election in Election.objects.select_related("subject").exclude(
        subject__facts__in=held
    ):
        yield Breach(election.subject, "is an election without a fact on its day")


MUSTS = (rows_say_something,)
"""Rules that no edit may break, not even for a day."""

RULES = (*MUSTS, elections_are_dated)
