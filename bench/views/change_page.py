"""What the page of a change shows: its form, what a reviewer reads, and its history."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.contrib.auth.models import User
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from bench.changes.advice import advice_on
from bench.changes.beginning import change_in_the_way
from bench.changes.permissions import WRITE, Move, may, moves_open_to
from bench.changes.record import stale_rows, writers_of
from bench.changes.states import ChangeState
from bench.changes.wording import heading, state_in_words, titles_of
from bench.forms.change import ChangeForm
from bench.forms.errors import form_errors
from bench.models import Change
from bench.presence import other_visits
from bench.views.history import given_back_by, history_of
from bench.views.shared import bench_page, changed_rows, passages_of
from content.before_and_after import Titles
from content.serialisers import SERIALISERS
from facts.models import Content


@dataclass(frozen=True)
class OpenForm:
    """The form on the page of a change: as it was opened, or as it was sent and not saved.

    ``version`` is the version that it started from. ``error`` says why nothing was saved;
    it is empty where nobody tried.
    """

    form: ChangeForm
    version: int
    error: str = ""


def change_page(
    request: HttpRequest, editor: User, change: Change, open_form: OpenForm | None
) -> HttpResponse:
    """The page of a change for an editor; 422 where her form was refused."""
    titles = titles_of([change])
    row = row_of(change)
    context = {
        "change": change,
        "state": state_in_words(change),
        "row": row,
        **form_side(editor, change, open_form),
        **review_side(editor, change, row, titles, has_form=open_form is not None),
        **history_side(editor, change),
    }
    status = 422 if open_form and open_form.error else 200
    title = heading(change, titles)
    return bench_page(request, "bench/change.html", title, context, status)


def row_of(change: Change) -> Content | None:
    """The row that the change is of, where it is there already."""
    model = SERIALISERS[change.kind].model
    return model._default_manager.filter(key=change.key).first() if change.key else None


# --- the form -------------------------------------------------------------------------


def form_side(editor: User, change: Change, open_form: OpenForm | None) -> dict[str, Any]:
    """The form with what is wrong and what is worth a look, and who else has it open."""
    if open_form is None:
        return {"form": None, "error": ""}
    form, version, error = open_form.form, open_form.version, open_form.error
    return {
        "form": form,
        "version": version,
        "is_unsaved": bool(error) or form.is_bound,
        "error": error,
        "form_errors": form_errors(form) if error else [],
        # Beside what was typed and refused, words on what was saved would only confuse.
        "advice": [] if error else advice_on(change),
        **presence_of(change, editor, version),
    }


def presence_of(change: Change, editor: User, version: int) -> dict[str, Any]:
    """Who else has the form open, and whether it was saved since ``version``."""
    return {
        "visits": other_visits(change, editor),
        "is_behind": version < change.version,
    }


# --- what a reviewer reads, and the moves ---------------------------------------------


def review_side(
    editor: User, change: Change, row: Content | None, titles: Titles, has_form: bool
) -> dict[str, Any]:
    """What it changes, beside its sources, and the moves that she may make of it."""
    return {
        "differences": changed_rows(change, titles),
        "passages": passages_of(change),
        "stale": stale_rows(change) if change.is_open and change.key else [],
        "has_preview": change.is_open and bool(change.key) and not change.is_untouched,
        # A form has the reason, and says of the row what it is to say.
        "row_now": row if change.is_open and not has_form else None,
        "reason": "" if has_form else change.reason,
        **moves_side(editor, change, has_form),
    }


def moves_side(editor: User, change: Change, has_form: bool) -> dict[str, Any]:
    """The buttons for her moves, and the field for her words about them."""
    wrote = editor.pk in writers_of(change)
    moves = offered_moves(editor, change, wrote, has_form)
    words_label = _("A word to the others (needed to give back)")
    if has_form:
        words_label = _("A word to the others (needed to drop)")
    return {
        "moves": moves,
        "needs_words": all(move.needs_words for move in moves.values()),
        # Of what nobody has saved there is nothing to say.
        "words_label": "" if has_form and change.is_untouched else words_label,
        "waits_for_another": wrote and change.state == ChangeState.REVIEW,
    }


def offered_moves(
    editor: User, change: Change, wrote: bool, has_form: bool
) -> dict[str, Move]:
    """The moves for which the page has a button; ``wrote``: whether she wrote any of it."""
    if has_form and change.state != ChangeState.DRAFT:
        return {}  # beside a form of what is no draft any more they would lead away from it
    moves = moves_open_to(editor, change.state, [editor.pk] if wrote else [])
    if has_form and wrote:
        # What she typed since her last save would be neither sent nor kept; the form has
        # a button that does both. Others send what they read without writing any of it.
        moves.pop("send", None)
    if change.is_untouched:
        moves.pop("send", None)  # it has no reason yet, and would be refused
    if "give-back" in moves and not wrote:
        # She gives it back, with a word of why; who wrote it takes it back.
        moves.pop("take-back")
    return moves


# --- the history ----------------------------------------------------------------------


def history_side(editor: User, change: Change) -> dict[str, Any]:
    """Its steps, what it came back for, and the way back before it."""
    history = history_of(change)
    may_go_back = may(editor, WRITE) and change.can_be_undone and not change.is_undone
    return {
        "history": history,
        "given_back": given_back_by(change, history),
        "may_go_back": may_go_back,
        "in_the_way": change_in_the_way(change) if may_go_back else None,
    }
