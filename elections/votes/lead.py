"""The head of a vote's page: who was elected, by what rule, and what came of it."""

from __future__ import annotations

from datetime import timedelta
from functools import cached_property

from elections.aspects import AFTERWARDS, ASKED, DECIDED, OUTCOMES, TERM_IN_LAW, TERMS
from elections.models import FigureMeasure
from elections.votes.vote import FigureSummary, Vote
from facts.models import Fact
from parliament.aspects import (
    COMPOSITION,
    CONVOCATION,
    EXISTENCE,
    FIRST_SITTING,
    HOLDER,
    OPEN_QUESTION,
    TERM,
)

LEADING = {
    FigureMeasure.CANDIDATES,
    FigureMeasure.LISTS,
    FigureMeasure.WOMEN_ELECTED,
    FigureMeasure.LOWEST_SHARE,
    FigureMeasure.HIGHEST_SHARE,
}
"""The figures that a head tells beside seats and turnout."""

MET = (CONVOCATION, FIRST_SITTING, OPEN_QUESTION + FIRST_SITTING)
"""The aspects that tell whether and when a chamber met, the fullest first."""


class VoteLead:
    """What the head tells of a vote; ``after`` is the next vote of its kind, if any."""

    def __init__(self, vote: Vote, after: Vote | None) -> None:
        self.vote = vote
        self.after = after

    @property
    def asked(self) -> list[Fact]:
        """What a referendum asked."""
        return self.vote.of(ASKED)

    @property
    def outcome(self) -> list[Fact]:
        """How it ended, in words: what was decided, or what winners had."""
        return [fact for fact in self.vote.facts if fact.aspect in (*OUTCOMES, DECIDED)]

    @property
    def leading(self) -> list[FigureSummary]:
        """Figures beside the seats and the turnout, where known."""
        return [one for one in self.vote.figures if one.fact and one.measure in LEADING]

    @property
    def chamber(self) -> Fact | None:
        """All seats of the chamber on the day of the vote, where that is settled."""
        found = self.vote.around_on_day(COMPOSITION)
        is_known = len(found) == 1 and found[0].composition.seats is not None
        return found[0] if is_known else None

    @property
    def term(self) -> Fact | None:
        """For how long members or the President were elected: the settled rule of the day.

        ``None`` where the vote had terms of its own, which ``outcome`` tells.
        """
        found = self.vote.around_on_day(TERM) + self.vote.around_on_day(TERM_IN_LAW)
        return found[0] if len(found) == 1 and not self.vote.of(TERMS) else None

    @cached_property
    def followed(self) -> list[Fact]:
        """What came of it: told of the vote itself, or of the body or post it filled."""
        own = [fact for fact in self.vote.facts if fact.aspect.startswith(AFTERWARDS)]
        found = own + self._met() + self._held_the_post()
        return sorted(found, key=lambda fact: fact.period.start.earliest)

    def _met(self) -> list[Fact]:
        """That the chamber met before the next vote: a convocation, a sitting or a gap.

        Of the last vote, where none of these is told, how long the chamber still existed.
        """
        for aspect in MET:
            for fact in self.vote.around:
                if fact.aspect == aspect and self._is_of_this_vote(fact):
                    return [fact]
        if self.after is not None:
            return []
        return [fact for fact in self.vote.around if fact.aspect == EXISTENCE]

    def _is_of_this_vote(self, fact: Fact) -> bool:
        day = fact.period.start.earliest
        is_before = self.after is None or day < self.after.day.earliest
        return self.vote.day.earliest <= day and is_before

    def _held_the_post(self) -> list[Fact]:
        """Who held the post that it filled when it was over."""
        day = self.vote.day.latest + timedelta(days=1)
        holders = [fact for fact in self.vote.around if fact.aspect == HOLDER]
        return [fact for fact in holders if fact.period.is_certain(day)]
