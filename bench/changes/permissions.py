"""Who may make which move with a change, and when: send, approve, give back, drop.

Nobody approves a change that she wrote a word of, nor while another person may have her
password. The functions here only judge; the
other modules of this folder ask them before they do anything, on every path.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from django.contrib.auth.models import AbstractBaseUser, AnonymousUser, User
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _l

from bench.accounts.events import why_held
from bench.changes.states import ChangeState

VIEW = "bench.view_change"
WRITE = "bench.write_change"
APPROVE = "bench.approve_change"
KEEP = "bench.keep_accounts"
GROUPS = {
    "Readers": (VIEW,),
    "Editors": (VIEW, WRITE),
    "Reviewers": (VIEW, WRITE, APPROVE),
    "Keepers": (KEEP,),
}
"""The groups of the staff and their rights; a migration makes them."""


@dataclass(frozen=True)
class Move:
    """A step in the life of a change."""

    label: str | Promise
    """What the button says: ``Send for review``."""
    done: str | Promise
    """What the history says: ``sent for review``."""
    sources: tuple[ChangeState, ...]
    target: ChangeState
    right: str
    needs_words: bool = False
    """Whether it needs a sentence of why."""
    needs_another: bool = False
    """Whether somebody must make it who wrote no word of the change."""


MOVES = {
    "save": Move(_l("Save"), _l("saved"), (ChangeState.DRAFT,), ChangeState.DRAFT, WRITE),
    "send": Move(
        _l("Send for review"),
        _l("sent for review"),
        (ChangeState.DRAFT,),
        ChangeState.REVIEW,
        WRITE,
    ),
    "approve": Move(
        _l("Approve"),
        _l("approved"),
        (ChangeState.REVIEW,),
        ChangeState.APPROVED,
        APPROVE,
        needs_another=True,
    ),
    "take-back": Move(
        _l("Take back"),
        _l("taken back"),
        (ChangeState.REVIEW, ChangeState.APPROVED),
        ChangeState.DRAFT,
        WRITE,
    ),
    "give-back": Move(
        _l("Give back"),
        _l("given back"),
        (ChangeState.REVIEW, ChangeState.APPROVED),
        ChangeState.DRAFT,
        APPROVE,
        needs_words=True,
    ),
    "drop": Move(
        _l("Drop"),
        _l("dropped"),
        (ChangeState.DRAFT,),
        ChangeState.DROPPED,
        WRITE,
        needs_words=True,
    ),
}

Person = User | AbstractBaseUser | AnonymousUser


class RefusedError(Exception):
    """Something that may not be done; the message says why, for the editor."""


def may(person: Person, right: str) -> bool:
    """Whether ``person`` is of the staff and holds ``right``."""
    return (
        bool(getattr(person, "is_active", False))
        and bool(getattr(person, "is_staff", False))
        and getattr(person, "has_perm")(right)  # noqa: B009 - not in the base class
    )


def refusal(
    name: str,
    state: str,
    person: Person,
    writers: Collection[int],
    words: str,
    untouched: bool = False,
) -> str:
    """Why ``person`` may not make the move called ``name``; empty where she may.

    ``writers`` are the ids of those who wrote any of the change, ``words`` what she says
    about the move. What is ``untouched`` holds nothing that anybody typed, so nobody has
    to say why it goes.
    """
    move = MOVES[name]
    if not may(person, move.right):
        return _("You do not have the right to do that.")
    if state not in move.sources:
        return _("That cannot be done now: the change is “%(state)s”.") % {
            "state": ChangeState(state).label
        }
    if move.needs_another and getattr(person, "pk", None) in writers:
        return _("You wrote some of this change, so somebody else must approve it.")
    if move.needs_another and (why := why_held(person)):
        return why
    if move.needs_words and not untouched and not words.strip():
        return _("Say why, in a sentence.")
    return ""


def require(
    name: str,
    state: str,
    person: Person,
    writers: Collection[int],
    words: str = "",
    untouched: bool = False,
) -> None:
    """Raise ``RefusedError`` where ``person`` may not make the move."""
    if why := refusal(name, state, person, writers, words, untouched):
        raise RefusedError(why)


def moves_open_to(person: Person, state: str, writers: Collection[int]) -> dict[str, Move]:
    """The moves that ``person`` may make now, saying why where that is needed."""
    return {
        name: move
        for name, move in MOVES.items()
        if name != "save" and not refusal(name, state, person, writers, "because")
    }
