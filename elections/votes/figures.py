"""The figures of a vote: what is told of each measure, what is open, what is disputed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from elections.aspects import FIGURE
from elections.models import CountStatus, FigureMeasure, Result
from facts.aspects import OPEN_QUESTION, FactIndex
from facts.models import Disagreement, Fact


@dataclass(frozen=True)
class FigureSummary:
    """A figure that a page tells, or that it lacks.

    ``fact`` gives it. Else ``gap`` says in words that it is open, or ``differ`` holds the
    question on which the sources collide; where all are missing the sources are silent.
    """

    measure: str
    label: str
    fact: Fact | None = None
    gap: Fact | None = None
    differ: Disagreement | None = None

    @property
    def is_worth_a_row(self) -> bool:
        """Whether the sources tell anything of it, be it that they collide."""
        if self.fact:
            return True
        return is_worth_a_row(self.gap) if self.gap else bool(self.differ)


def is_worth_a_row(gap: Fact) -> bool:
    """Whether a gap tells more than that something is missing.

    It does where the sources disagree on it, and of a measure where it gives a figure.
    """
    is_measure = OPEN_QUESTION.free_part(gap.aspect) in FigureMeasure.values
    has_figure = any(sign.isdigit() for sign in str(gap.says))
    return bool(gap.disagreements) or (is_measure and has_figure)


class VoteFigures:
    """The figures of one vote, read off its facts and the disagreements about it."""

    def __init__(self, facts: FactIndex, disagreements: Sequence[Disagreement]) -> None:
        self.facts = facts
        self.disagreements = disagreements

    def of(self, measure: str) -> FigureSummary:
        """What is told of one measure."""
        facts = self.facts.of(FIGURE, measure)
        gaps = self.facts.of(OPEN_QUESTION, measure)
        return FigureSummary(
            measure,
            str(FigureMeasure(measure).label),
            fact=facts[0] if facts else None,
            gap=gaps[0] if gaps else None,
            differ=self._question_on(measure),
        )

    def _question_on(self, measure: str) -> Disagreement | None:
        for question in self.disagreements:
            aspect = question.aspect
            if measure in (FIGURE.free_part(aspect), OPEN_QUESTION.free_part(aspect)):
                return question
        return None

    @cached_property
    def seats(self) -> FigureSummary:
        """How many seats were at stake."""
        return self.of(FigureMeasure.SEATS)

    @cached_property
    def turnout(self) -> FigureSummary:
        """What share took part."""
        return self.of(FigureMeasure.TURNOUT)

    @cached_property
    def summaries(self) -> list[FigureSummary]:
        """Every figure of which the sources tell anything, in the order of the measures."""
        summaries = [self.of(measure) for measure in FigureMeasure.values]
        return [summary for summary in summaries if summary.is_worth_a_row]

    @property
    def known(self) -> list[Fact]:
        """The facts that give a figure."""
        return [summary.fact for summary in self.summaries if summary.fact]

    @property
    def shown(self) -> list[Fact]:
        """The facts that a table of them shows: each figure, else what calls it open."""
        facts = [summary.fact or summary.gap for summary in self.summaries]
        return [fact for fact in facts if fact]

    @property
    def has_unsaid_status(self) -> bool:
        """Whether of any figure no source says how far it was counted."""
        return any(fact.figure.status == CountStatus.UNSAID for fact in self.known)

    @property
    def threshold(self) -> str:
        """The share that a list needed in this vote, in per cent; empty if not told."""
        fact = self.of(FigureMeasure.THRESHOLD).fact
        return str(fact.figure.value) if fact else ""

    @property
    def all_seats(self) -> int | None:
        """How many seats the whole vote filled; ``None`` where that is not told."""
        return int(self.seats.fact.figure.number) if self.seats.fact else None

    def seats_of(self, result: Result) -> int | None:
        """How many seats could be won in a count; ``None`` where that is not told.

        The figure is of the whole vote, so it says nothing of the seats of one way.
        """
        return None if result.way else self.all_seats
