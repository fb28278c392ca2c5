"""Changes made for a test: by the moves themselves, or put into a state past them."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.contrib.auth.models import User

from bench.changes.beginning import begin_change
from bench.changes.moves import move_change
from bench.changes.saving import Saved, save_draft
from bench.changes.states import ChangeState
from bench.models import Change, Draft, Step
from content.models import Aim
from content.serialisers import SERIALISERS, ContentKind
from facts.blocks.writing import block_now
from facts.guard import writing
from tests.conftest import TODAY
from web.clock import now

TERM = "senate-term-1998"


# --- past the moves -------------------------------------------------------------------


def change_at(
    state: str,
    author: User,
    approver: User | None = None,
    key: str = TERM,
    kind: str = ContentKind.FACT,
    **fields: Any,
) -> Change:
    """A change of ``author`` in ``state``, at its second saved version."""
    change = begin_change(author, kind, Aim.CORRECT, key=key)
    with writing():
        change.block = {**change.block, **(fields or {"act_en": "another act"})}
        change.reason_en = "A slip."
        change.version = 2
        change.save()
        Step.objects.create(
            change=change,
            name="save",
            who=author,
            at=now(),
            version=2,
            written=change.draft.stored(),
        )
    return brought_to(state, change, approver)


def brought_to(state: str, change: Change, approver: User | None = None) -> Change:
    """The same change in another state, where it comes past the moves: the tests that use
    it ask who may do what with a change in such a state, not how it got there."""
    change.state = state
    if state in (ChangeState.APPROVED, ChangeState.PUBLISHED):
        change.approver = approver
    if state == ChangeState.APPROVED:
        change.publish_on = TODAY + timedelta(days=1)
    if state == ChangeState.PUBLISHED:
        change.published_at = now()
    with writing():
        change.save()
    return change


# --- by the moves themselves ----------------------------------------------------------


def begun(editor, key=TERM, aim=Aim.CORRECT):
    """A change of a fact that ``editor`` has begun, and nobody saved."""
    return begin_change(editor, "facts", aim, key=key)


def draft(change, why="A slip.", on="", **fields):
    """What the change says, with other texts in some fields of its row."""
    return Draft({**change.block, **fields}, why, on)


def saved(change, who, **fields):
    """The change after ``who`` has saved such a draft of it."""
    done = save_draft(change.pk, who, change.version, draft(change, **fields))
    assert isinstance(done, Saved)
    change.refresh_from_db()
    return change


def drafted(who, key=TERM, on=""):
    """A change that ``who`` began and saved."""
    return saved(begun(who, key), who, on=on, act_en="another act")


def approved(change, editor, reviewer):
    """The change sent by the one and approved by the other."""
    move_change(change.pk, editor, "send")
    return move_change(change.pk, reviewer, "approve")


def saved_behind_her_back(change, author):
    """The author takes the change back, writes something else, and sends it again."""
    move_change(change.pk, author, "take-back")
    saved(change, author, act_en="something else")
    move_change(change.pk, author, "send")


def next_value(key, **fields):
    """What a new value of a fact starts with, and what is typed of it."""
    block = block_now(SERIALISERS["facts"], key)
    kept = ("subject", "aspect", "sentence_en", "term", "citations")
    return {name: block[name] for name in kept if name in block} | fields
