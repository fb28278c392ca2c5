"""What no source states of a vote, told once and in few words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from django.utils.translation import gettext_lazy as _

from elections.aspects import RESULT, SYSTEM
from elections.models import Election, ElectionKind, FigureMeasure
from elections.votes.figures import VoteFigures, is_worth_a_row
from facts.aspects import OPEN_QUESTION
from facts.models import Basis, Fact

EXPECTED: dict[str, tuple[str, ...]] = {
    ElectionKind.SUPREME_COUNCIL: ("seats", "candidates", "voters", "turnout"),
    ElectionKind.SENATE: ("seats", "candidates", "electors", "turnout"),
    ElectionKind.MAJILIS: ("seats", "candidates", "voters", "voted", "turnout"),
    ElectionKind.KURULTAI: ("seats", "lists", "candidates", "voters", "voted", "turnout"),
    ElectionKind.PRESIDENT: ("candidates", "voters", "voted", "turnout"),
    ElectionKind.REFERENDUM: ("voters", "voted", "turnout"),
}
"""What a reader asks of each kind of vote; where it is lacking, the page says so."""

LABELS = {
    FigureMeasure.SEATS: _("how many seats were at stake"),
    FigureMeasure.CANDIDATES: _("how many candidates stood"),
    FigureMeasure.LISTS: _("how many lists stood"),
    FigureMeasure.ELECTORS: _("how many electors there were"),
    FigureMeasure.VOTERS: _("how many people were entitled to vote"),
    FigureMeasure.VOTED: _("how many took part"),
    FigureMeasure.TURNOUT: _("the turnout"),
    FigureMeasure.OBSERVERS: _("what observers said"),
    "called": _("who called it"),
    "day": _("the exact day"),
    "run-off-day": _("the days of the run-offs"),
    "result-district": _("votes in the districts"),
    "votes": _("how many votes each winner had"),
}
"""What is not stated, by the last part of its aspect; a measure else has its own name."""

RESULTS = {
    ElectionKind.SUPREME_COUNCIL: _("votes and seats by party"),
    ElectionKind.SENATE: _("the winners and their votes"),
    ElectionKind.MAJILIS: _("votes and seats by party"),
    ElectionKind.KURULTAI: _("a verified result by party"),
    ElectionKind.PRESIDENT: _("votes and shares"),
    ElectionKind.REFERENDUM: _("votes and shares"),
}
"""What a reader misses where there is no result, by the kind of the vote."""

IN_FULL = _("the count in full")
"""What a reader misses of a result of which a part is told."""

HOW_SEATS = _("how votes became seats")
HOW_DECIDED = _("how the vote was decided")


@dataclass(frozen=True)
class Unstated:
    """What the sources do not state, and the fact that says so where there is one."""

    label: str
    gap: Fact | None = None


class UnstatedList:
    """All that no source states of one vote: what a reader asks, and what gaps name.

    A gap that tells more than that something is missing is left to be told in full.
    """

    def __init__(
        self,
        election: Election,
        figures: VoteFigures,
        facts: Sequence[Fact],
        *,
        has_results: bool,
        has_system: bool,
    ) -> None:
        """``facts`` are those of the vote, and what says that its system is open."""
        self.election = election
        self.figures = figures
        self.has_results = has_results
        self.has_system = has_system
        self._gaps = [fact for fact in facts if fact.basis == Basis.GAP]
        self._open = {OPEN_QUESTION.free_part(gap.aspect) for gap in self._gaps}

    @cached_property
    def items(self) -> list[Unstated]:
        """What is not stated, the measures first, in their order."""
        short = {
            OPEN_QUESTION.free_part(gap.aspect): gap
            for gap in self._gaps
            if not is_worth_a_row(gap)
        }
        others = [
            name for name in short if name in LABELS and name not in FigureMeasure.values
        ]
        return [
            Unstated(self._label(name), short.get(name))
            for name in (*self._lacking(), *others)
        ]

    @property
    def gaps(self) -> list[Fact]:
        """The facts that say in words what is not stated."""
        return [item.gap for item in self.items if item.gap]

    def _lacking(self) -> list[str]:
        """What a reader asks of such a vote and does not get."""
        known = {summary.measure for summary in self.figures.summaries}
        missing = {*EXPECTED[self.election.kind], *self._open} - known
        lacking: list[str] = [name for name in FigureMeasure.values if name in missing]
        if not self.has_results or RESULT.name in self._open:
            lacking.append(RESULT.name)
        if not self.has_system and self.election.kind != ElectionKind.REFERENDUM:
            lacking.append(SYSTEM.name)
        return lacking

    def _label(self, name: str) -> str:
        kind = ElectionKind(self.election.kind)
        if name == RESULT.name:
            return str(IN_FULL if self.has_results else RESULTS[kind])
        if name == SYSTEM.name:
            return str(HOW_SEATS if self.election.institution_id else HOW_DECIDED)
        return str(LABELS[name] if name in LABELS else FigureMeasure(name).label)
