"""An election or a referendum, read off the facts about it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from elections.aspects import CALLED, HELD, IN_THE_LEAD, RESULT, RESULT_BY
from elections.models import Election
from elections.votes.around import FactsAround
from elections.votes.counts import ResultCount
from elections.votes.figures import VoteFigures
from elections.votes.system import VoteSystem
from elections.votes.unstated import UnstatedList
from facts.aspects import AspectKind, FactIndex
from facts.models import Disagreement, Fact, Subject
from facts.periods import Bound
from facts.periods_in_words import edtf_in_words


@dataclass(frozen=True)
class ShownFact:
    """A fact as a page shows it: with its period, unless that goes without saying."""

    fact: Fact
    shows_period: bool = True


@dataclass(frozen=True)
class VoteDay:
    """A vote of which only the day is asked: when it was held, or began."""

    subject: Subject
    day: Bound


class Vote:
    """One election or referendum with the facts about it.

    ``around`` are facts of the chamber or the post that it filled. Each group of answers
    is an object of its own: ``figures``, ``system``, ``counts``, ``unstated``.
    """

    def __init__(
        self,
        election: Election,
        facts: Sequence[Fact],
        around: Sequence[Fact] = (),
        disagreements: Sequence[Disagreement] = (),
    ) -> None:
        self.election = election
        self.subject = election.subject
        self.facts = facts
        self.disagreements = disagreements
        self._around = around
        self._index = FactIndex(facts)

    def of(self, kind: AspectKind, part: str = "") -> list[Fact]:
        """The facts about it of one kind; those with a free part, where it is given."""
        return self._index.of(kind, part)

    @cached_property
    def held(self) -> list[Fact]:
        """On what day or days it was held."""
        return self.of(HELD)

    @property
    def day(self) -> Bound:
        """The day on which it was held, or began, as precisely as it is known.

        Raises ``IndexError`` where no fact dates it.
        """
        return self.held[0].period.start

    @property
    def when(self) -> str:
        """That day in words."""
        return edtf_in_words(self.day.edtf)

    @property
    def as_of(self) -> date:
        """The day on which the Parliament is shown beside it: the latest that fits."""
        return self.day.latest

    @property
    def decades(self) -> set[int]:
        """The decades in which it may have been held, each by its first year."""
        return {day.year // 10 * 10 for day in (self.day.earliest, self.day.latest)}

    @cached_property
    def around(self) -> FactsAround:
        """What is told of the chamber or the post, seen from its day."""
        return FactsAround(self._around, self.day)

    @cached_property
    def figures(self) -> VoteFigures:
        """How many stood, voted and were elected."""
        return VoteFigures(self._index, self.disagreements)

    @cached_property
    def system(self) -> VoteSystem:
        """The electoral system of its day."""
        return VoteSystem(self.around, self.figures.threshold)

    @cached_property
    def counts(self) -> list[ResultCount]:
        """What those who stood got, each count a table of its own."""
        return [
            ResultCount(
                fact,
                self.system.threshold_of(fact.result),
                self.figures.seats_of(fact.result),
            )
            for fact in self.facts
            if is_a_count(fact)
        ]

    @cached_property
    def unstated(self) -> UnstatedList:
        """What a reader would ask of such a vote and no source states."""
        return UnstatedList(
            self.election,
            self.figures,
            [*self.facts, *self.system.gaps],
            has_results=bool(self.counts),
            has_system=bool(self.system.facts),
        )

    @cached_property
    def called(self) -> list[ShownFact]:
        """Who called it, and how."""
        return [self._shown(fact) for fact in self.of(CALLED)]

    @cached_property
    def others(self) -> list[ShownFact]:
        """What else is told of it."""
        elsewhere = {
            *self.held,
            *self.of(CALLED),
            *self.figures.shown,
            *self.unstated.gaps,
            *(count.fact for count in self.counts),
        }
        return [
            self._shown(fact)
            for fact in self.facts
            if fact not in elsewhere and not is_in_the_lead(fact)
        ]

    @property
    def has_undated(self) -> bool:
        """Whether anything else is told that is dated as the vote itself."""
        return any(not other.shows_period for other in self.others)

    def _shown(self, fact: Fact) -> ShownFact:
        held = self.held[0]
        return ShownFact(fact, (fact.start, fact.end) != (held.start, held.end))


def is_a_count(fact: Fact) -> bool:
    """Whether a fact holds a result, of a whole vote or of a part of it."""
    return RESULT.covers(fact.aspect) or RESULT_BY.covers(fact.aspect)


def is_in_the_lead(fact: Fact) -> bool:
    """Whether the first lines of a vote's page tell a fact of the vote."""
    return any(kind.covers(fact.aspect) for kind in IN_THE_LEAD)
