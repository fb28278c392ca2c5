"""The history of a change: its steps, and what each save altered."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _l

from bench.changes.drafts import draft_leaves
from bench.changes.permissions import MOVES
from bench.changes.states import ChangeState
from bench.changes.wording import draft_differences
from bench.models import Change, Step
from content.before_and_after import FieldDifference, Titles
from content.serialisers import SERIALISERS
from facts.blocks.leaves import Flat, differences

DONE = {"publish": _l("published"), **{name: move.done for name, move in MOVES.items()}}


@dataclass(frozen=True)
class HistoryEntry:
    """A step of the history: who made it, what was done, and what of the draft it changed.

    Only a save has a ``version``; of any other step it is 0.
    """

    step: Step
    who: str
    done: str | Promise
    version: int
    lines: list[FieldDifference]


def history_of(change: Change) -> list[HistoryEntry]:
    """The steps of a change, each save with its difference from the one before."""
    serialiser = SERIALISERS[change.kind]
    steps = list(change.steps.select_related("who"))
    drafts = [step.draft for step in steps if step.draft]
    titles = Titles((change.kind, draft.block) for draft in drafts)
    entries = []
    last: Flat | None = None
    for step in steps:
        lines: list[FieldDifference] = []
        if step.draft:
            leaves = draft_leaves(step.draft, change.kind)
            if last is not None:
                lines = draft_differences(differences(last, leaves), serialiser, titles)
            last = leaves
        # The day itself publishes what was approved for it.
        who = str(step.who or _("By its day"))
        version = step.version if step.draft else 0
        entries.append(HistoryEntry(step, who, _done(step, lines), version, lines))
    return entries


def _done(step: Step, lines: list[FieldDifference]) -> str | Promise:
    if step.name != "save":
        return DONE[step.name]
    if step.version == 1:
        return _("begun")
    return DONE["save"] if lines else _("saved, with nothing new")


def given_back_by(change: Change, history: list[HistoryEntry]) -> Step | None:
    """The step that gave a draft back, until it is sent again; saves do not answer it."""
    moves = [entry.step for entry in history if entry.step.name != "save"]
    is_back = change.state == ChangeState.DRAFT and moves and moves[-1].name == "give-back"
    return moves[-1] if is_back else None
