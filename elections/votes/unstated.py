"""What no source states of a vote, told once and in few words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from elections.aspects import RESULT, SYSTEM
from elections.models import Election, ElectionKind, FigureMeasure
from facts.aspects import OPEN_QUESTION
from facts.models import Basis, Fact

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


def tells_more(gap: Fact) -> bool:
    """Whether a gap gives a disagreement, or of a measure a figure: it is worth a row."""
    is_measure = OPEN_QUESTION.free_part(gap.aspect) in FigureMeasure.values
    has_figure = any(sign.isdigit() for sign in str(gap.says))
    return bool(gap.disagreements) or (is_measure and has_figure)


def unstated(
    election: Election, lacking: Iterable[str], facts: Iterable[Fact], *, has_results: bool
) -> list[Unstated]:
    """What is not stated of a vote: what it is ``lacking``, and what else ``facts`` name.

    A gap that tells more than that something is missing is left to be told in full.
    """
    gaps = {
        OPEN_QUESTION.free_part(fact.aspect): fact
        for fact in facts
        if fact.basis == Basis.GAP and not tells_more(fact)
    }
    names = list(lacking)
    names += [one for one in gaps if one in LABELS and one not in FigureMeasure.values]
    return [Unstated(_label(name, election, has_results), gaps.get(name)) for name in names]


def _label(name: str, election: Election, has_results: bool) -> str:
    if name == RESULT.name:
        return str(IN_FULL if has_results else RESULTS[ElectionKind(election.kind)])
    if name == SYSTEM.name:
        return str(HOW_SEATS if election.institution_id else HOW_DECIDED)
    return str(LABELS[name] if name in LABELS else FigureMeasure(name).label)
