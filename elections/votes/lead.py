"""The head of a vote's page: who was elected, by what rule, and what came of it."""

from __future__ import annotations

from dataclasses import dataclass
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
from elections.contestants.addresses import body_address
from elections.models import FigureMeasure
from elections.votes.counts import ResultCount
from elections.votes.figures import FigureSummary
from elections.votes.vote import Vote, VoteDay
from facts.aspects import OPEN_QUESTION
from facts.localised import Text
from facts.models import Basis, Disagreement, Fact
from facts.periods_in_words import end_in_words
from parliament.aspects import (
    COMPOSITION,
    CONVOCATION,
    EXISTENCE,
    FIRST_SITTING,
    HOLDER,
    TERM,
)
from parliament.events import ended_title

LEADING = {
    FigureMeasure.CANDIDATES,
    FigureMeasure.LISTS,
    FigureMeasure.WOMEN_ELECTED,
    FigureMeasure.LOWEST_SHARE,
    FigureMeasure.HIGHEST_SHARE,
}
"""The figures that a head tells beside seats and turnout."""

MET = (
    (CONVOCATION, ""),
    (FIRST_SITTING, ""),
    (OPEN_QUESTION, FIRST_SITTING.name),
)
"""The aspects that tell whether and when a chamber met, the fullest first."""


@dataclass(frozen=True)
class Consequence:
    """A fact that tells what came of a vote, as seen from its ``day``."""

    fact: Fact
    was_there_before: bool

    @property
    def says(self) -> Text:
        """What it tells: of what existed before the vote, that it ended."""
        is_end = EXISTENCE.covers(self.fact.aspect) and self.was_there_before
        return ended_title(self.fact) if is_end else self.fact.says

    @property
    def when(self) -> str:
        """When it held: of what began before the vote, until when; empty of a gap."""
        if self.fact.basis == Basis.GAP:
            return ""
        if self.was_there_before:
            return end_in_words(self.fact.period.end)
        return self.fact.period_in_words()


class VoteLead:
    """What the head tells of a vote; ``after`` is the next vote of its kind, if any."""

    def __init__(self, vote: Vote, after: VoteDay | None) -> None:
        self.vote = vote
        self.after = after

    @property
    def asked(self) -> list[Fact]:
        """What a referendum asked."""
        return self.vote.of(ASKED)

    @property
    def counts(self) -> list[ResultCount]:
        """The counts of all seats; where there are none, those of each part."""
        counts = self.vote.counts
        return [count for count in counts if not count.result.way] or counts

    @property
    def outcome(self) -> list[Fact]:
        """How it ended, in words: what was decided, or what winners had."""
        return [
            fact
            for fact in self.vote.facts
            if OUTCOME.covers(fact.aspect) or DECIDED.covers(fact.aspect)
        ]

    @property
    def figures(self) -> list[FigureSummary]:
        """Figures beside the seats and the turnout, where known."""
        return [
            summary
            for summary in self.vote.figures.summaries
            if summary.fact and summary.measure in LEADING
        ]

    @property
    def chamber_seats(self) -> int | None:
        """All seats of the chamber where a part was at stake; ``None`` if not settled."""
        compositions = self.vote.around.on_day(COMPOSITION)
        if len(compositions) != 1:
            return None
        seats = compositions[0].composition.seats
        return None if seats == self.vote.figures.all_seats else seats

    @property
    def term(self) -> Fact | None:
        """For how long members or the President were elected: the settled rule of the day.

        ``None`` where the vote had terms of its own, which ``outcome`` tells.
        """
        around = self.vote.around
        rules = around.on_day(TERM) + around.on_day(TERM_IN_LAW)
        return rules[0] if len(rules) == 1 and not self.has_terms_of_its_own else None

    @property
    def term_address(self) -> str:
        """Where the site tells of that rule on the day of the vote; empty without one."""
        if self.term is None:
            return ""
        place = "#term" if self.vote.election.institution_id else ""
        return f"{body_address(self.term.subject)}?on={self.vote.as_of}{place}"

    @property
    def has_terms_of_its_own(self) -> bool:
        """Whether those elected served for terms that this vote alone had."""
        return any(fact.aspect == OUTCOME_TERMS for fact in self.vote.facts)

    @cached_property
    def followed(self) -> list[Consequence]:
        """What came of it: told of the vote itself, or of the body or post it filled."""
        own = [fact for kind in AFTERWARDS for fact in self.vote.of(kind)]
        facts = own + self._met() + self._held_the_post()
        first = self.vote.day.earliest
        return [
            Consequence(fact, fact.period.start.latest < first)
            for fact in sorted(facts, key=lambda fact: fact.period.start.earliest)
        ]

    @property
    def questions(self) -> list[Disagreement]:
        """Where the sources disagree on anything that the page of the vote tells."""
        questions = {question.key: question for question in self.vote.disagreements}
        followed = [consequence.fact for consequence in self.followed]
        for fact in (*self.vote.facts, *self.vote.system.facts, *followed):
            for question in fact.disagreements:
                questions.setdefault(question.key, question)
        return list(questions.values())

    def _met(self) -> list[Fact]:
        """That the chamber met before the next vote: a convocation, a sitting or a gap.

        Of the last vote, where none of these is told, how long the chamber still existed.
        """
        for kind, part in MET:
            for fact in self.vote.around.of(kind, part):
                if self._is_of_this_vote(fact):
                    return [fact]
        return [] if self.after else self.vote.around.of(EXISTENCE)

    def _is_of_this_vote(self, fact: Fact) -> bool:
        day = fact.period.start.earliest
        is_before = self.after is None or day < self.after.day.earliest
        return self.vote.day.earliest <= day and is_before

    def _held_the_post(self) -> list[Fact]:
        """Who held the post that it filled when it was over."""
        day = self.vote.day.latest + timedelta(days=1)
        holders = self.vote.around.of(HOLDER)
        return [fact for fact in holders if fact.period.is_certain(day)]
