"""What the page of a change shows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _l

from bench.changes.advice import advice_on
from bench.changes.beginning import in_the_way_of
from bench.changes.drafts import Draft, leaves_of
from bench.changes.record import stale_names, writers_of
from bench.changes.states import (
    MOVES,
    WRITE,
    ChangeState,
    may,
    moves_open_to,
)
from bench.changes.wording import draft_differences, heading, titles_of
from bench.forms.change import ChangeForm
from bench.forms.errors import form_errors
from bench.models import Change, Step
from bench.presence import others
from bench.views.shared import (
    bench_page,
    differing,
    editor,
    number_in,
    passages_of,
)
from content.differences import FieldDifference, Titles
from content.serialisers import SERIALISERS
from facts.blocks.leaves import differences
from facts.models import Content


def presence_of(request: HttpRequest, change: Change) -> dict[str, Any]:
    seen = number_in(request.POST.get("version", "")) or change.version
    return {
        "others": others(change, editor(request)),
        "version": change.version,
        "is_behind": seen < change.version,
    }


@dataclass(frozen=True)
class HistoryEntry:
    """A step of the history, and what it changed of the draft."""

    step: Step
    done: str | Promise
    lines: list[FieldDifference]


DONE = {"publish": _l("published"), **{name: move.done for name, move in MOVES.items()}}


def _history(change: Change) -> list[HistoryEntry]:
    """The steps of a change, each save with its difference from the one before."""
    serialiser = SERIALISERS[change.kind]
    steps = list(change.steps.select_related("who"))
    drafts = [Draft(**step.written) for step in steps if step.written]
    titles = Titles((change.kind, draft.block) for draft in drafts)
    found, last = [], None
    for step in steps:
        lines: list[FieldDifference] = []
        if step.written:
            leaves = leaves_of(Draft(**step.written), change.kind)
            if last is not None:
                lines = draft_differences(differences(last, leaves), serialiser, titles)
            last = leaves
        found.append(HistoryEntry(step, _done(step, lines), lines))
    return found


def _done(step: Step, lines: list[FieldDifference]) -> str | Promise:
    if step.name != "save":
        return DONE[step.name]
    if step.version == 1:
        return _("begun")
    return DONE["save"] if lines else _("saved, with nothing new")


def _given_back(change: Change, history: list[HistoryEntry]) -> Step | None:
    """The step that gave a draft back, until it is sent again; saves do not answer it."""
    moves = [told.step for told in history if told.step.name != "save"]
    is_back = change.state == ChangeState.DRAFT and moves and moves[-1].name == "give-back"
    return moves[-1] if is_back else None


def change_page(
    request: HttpRequest,
    change: Change,
    form: ChangeForm | None,
    version: int = 0,
    error: str = "",
    status: int = 200,
) -> HttpResponse:
    who = editor(request)
    titles = titles_of([change])
    writers = writers_of(change)
    is_draft = change.state == ChangeState.DRAFT
    # Beside the form of what is no draft any more they would only lead away from it.
    moves = moves_open_to(who, change.state, writers) if is_draft or not form else {}
    if form and who.pk in writers:
        # What she typed since her last save would be neither sent nor kept; the form has
        # a button that does both. Others send what they read without writing any of it.
        moves.pop("send", None)
    if "give-back" in moves and who.pk not in writers:
        # She gives it back, with a word of why; who wrote it takes it back.
        moves.pop("take-back")
    if change.is_untouched:
        moves.pop("send", None)  # it has no reason yet, and would be refused
    # Beside what was typed and refused, words on what was saved would only confuse.
    looked_at = [] if error or change.state == ChangeState.DROPPED else advice_on(change)
    history = _history(change)
    context = {
        "change": change,
        "given_back": _given_back(change, history),
        "row": _row_of(change),
        "form": form,
        "version": version or change.version,
        "error": error,
        "mistakes": form_errors(form) if form and error else [],
        "differences": differing(change, titles),
        "passages": passages_of(change),
        "findings": looked_at,
        "stale": stale_names(change) if change.is_open and change.key else [],
        "moves": moves,
        "needs_words": all(move.needs_words for move in moves.values()),
        "wrote": who.pk in writers,
        "history": history,
        "may_write": may(who, WRITE),
        "in_the_way": (in_the_way_of(change) if change.can_be_undone else None),
        "retires": change.retires,
        "has_preview": change.is_open and bool(change.key) and change.version > 1,
        **(presence_of(request, change) if form else {}),
    }
    title = heading(change, titles)
    return bench_page(request, "bench/change.html", title, context, status)


def _row_of(change: Change) -> Content | None:
    """The row that the change is of, where it is there already."""
    model = SERIALISERS[change.kind].model
    return model._default_manager.filter(key=change.key).first() if change.key else None
