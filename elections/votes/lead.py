"""The head of a vote's page: who was elected, by what rule, and what came of it."""

from __future__ import annotations

from datetime import timedelta
from functools import cached_property

from elections.aspects import (
    AFTERWARDS,
    ASKED,
    DECIDED,
    OUTCOME,
    OUTCOME_TERMS,
    TERM_IN_LAW,
)
from elections.models import FigureMeasure
from elections.votes.vote import FigureSummary, Vote
from facts.aspects import OPEN_QUESTION
from facts.models import Fact
from parliament.aspects import (
    COMPOSITION,
    CONVOCATION,
    EXISTENCE,
    FIRST_SITTING,
    HOLDER,
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

MET = (
    CONVOCATION.name,
    FIRST_SITTING.name,
    OPEN_QUESTION.with_part(FIRST_SITTING.name),
)
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
        return [
            fact
            for fact in self.vote.facts
            if OUTCOME.covers(fact.aspect) or DECIDED.covers(fact.aspect)
        ]

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
        return found[0] if len(found) == 1 and not self.has_terms_of_its_own else None

    @property
    def has_terms_of_its_own(self) -> bool:
        """Whether those elected served for terms that this vote alone had."""
        return any(fact.aspect == OUTCOME_TERMS for fact in self.vote.facts)

    @cached_property
    def followed(self) -> list[Fact]:
        """What came of it: told of the vote itself, or of the body or post it filled."""
        own = [fact for kind in AFTERWARDS for fact in self.vote.of(kind)]
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
        return [fact for fact in self.vote.around if EXISTENCE.covers(fact.aspect)]

    def _is_of_this_vote(self, fact: Fact) -> bool:
        day = fact.period.start.earliest
        is_before = self.after is None or day < self.after.day.earliest
        return self.vote.day.earliest <= day and is_before

    def _held_the_post(self) -> list[Fact]:
        """Who held the post that it filled when it was over."""
        day = self.vote.day.latest + timedelta(days=1)
        holders = [fact for fact in self.vote.around if HOLDER.covers(fact.aspect)]
        return [fact for fact in holders if fact.period.is_certain(day)]
