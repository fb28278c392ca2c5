"""How changes begin: with a new row, with one that is there, or by going back."""

from __future__ import annotations

from django.contrib.auth.models import User
from django.utils.translation import gettext as _

from bench.changes.drafts import keep_empty_details
from bench.changes.edit_conflicts import merge
from bench.changes.permissions import WRITE, Person, RefusedError, may
from bench.changes.record import add_step, base_now, open_change_touching
from bench.models import Change
from content.models import Aim
from content.serialisers import SERIALISERS, ContentKind, split_name
from facts.blocks.blocks import Block
from facts.blocks.leaves import flat, unflat
from facts.blocks.writing import block_now
from facts.guard import alone, writing
from facts.models import Fact, RowState
from facts.periods import OPEN as OPEN_BOUND


@alone()
@writing()
def begin_change(
    who: User,
    kind: str,
    aim: str,
    *,
    key: str = "",
    block: Block | None = None,
    ends: str = "",
) -> Change:
    """Begin a change and return it; the open one of the same row, where there is one.

    ``block`` is what the form starts with; without it, what the row says now. ``ends``
    is the key of the fact that a new value will end. Raises ``RefusedError`` where
    ``who`` may not write, or there is no such row.
    """
    _require_writer(who)
    if open_change := open_change_touching(kind, key or ends):
        return open_change
    if aim in (Aim.REPLACE, Aim.RETIRE):
        _require_not_retired(kind, key or ends)
    if ends:
        require_no_end(ends)
    change = Change(kind=kind, key=key, aim=aim, ends=ends, author=who)
    if key:
        change.base = base_now([change.name])
        if not change.base:
            raise RefusedError(_("There is no such row."))
        change.block = change.before(change.name)
    if block is not None:
        change.block = block
    if ends:
        change.base = base_now([f"{ContentKind.FACT}/{ends}"])
    if aim == Aim.RETIRE:
        change.block = {**change.block, "state": RowState.RETIRED.value}
    return _save_first_version(change)


@alone()
@writing()
def go_back(published: Change, who: User) -> Change:
    """Begin a change that undoes a published one, and return it.

    What was added is retired, what was changed says again what it said before; later
    edits of other fields stay. Raises ``RefusedError`` where ``who`` may not write,
    somebody went back before it already, or another change of the row is open.
    """
    _require_writer(who)
    if not published.can_be_undone:
        raise RefusedError(_("Only what is published can be undone."))
    if published.is_undone:
        raise RefusedError(_("Somebody went back before it already."))
    if change_in_the_way(published):
        raise RefusedError(_("Another change of it is open. Finish that one first."))
    names = rows_to_undo(published)
    blocks = {name: block_without(published, name) for name in names}
    return _save_first_version(
        Change(
            kind=published.kind,
            key=published.key,
            aim=Aim.RESTORE,
            undoes=published,
            author=who,
            base=base_now(names),
            block=blocks.pop(published.name),
            beside=blocks,
        )
    )


def change_in_the_way(published: Change) -> Change | None:
    """The open change of a row that going back before ``published`` would write, if there
    is one."""
    names = rows_to_undo(published)
    open_changes = (open_change_touching(*split_name(name)) for name in names)
    return next((change for change in open_changes if change), None)


def _require_writer(who: Person) -> None:
    if not may(who, WRITE):
        raise RefusedError(_("You do not have the right to do that."))


def _require_not_retired(kind: str, key: str) -> None:
    if block_now(SERIALISERS[kind], key).get("state") == RowState.RETIRED:
        raise RefusedError(_("It is retired already."))


def require_no_end(key: str) -> None:
    """Refuse to end a fact that has its end: a new value would make it last longer."""
    if not Fact.objects.filter(key=key, end=OPEN_BOUND).exists():
        raise RefusedError(
            _("It has an end already. Correct that end, or add the next value as a fact.")
        )


def _save_first_version(change: Change) -> Change:
    change.save()
    add_step(change, "save", change.author)
    return change


def rows_to_undo(published: Change) -> list[str]:
    """The names of the rows that going back before a change writes: those of its kind."""
    return [name for name in published.blocks if split_name(name)[0] == published.kind]


def block_without(published: Change, name: str) -> Block:
    """What the row called ``name`` says now, with what the change did taken out of it."""
    kind, key = split_name(name)
    serialiser = SERIALISERS[kind]
    present = block_now(serialiser, key)
    before = published.before(name)
    if not before:
        return {**present, "state": RowState.RETIRED.value}
    merged = merge(
        flat(published.blocks[name], serialiser),
        flat(before, serialiser),
        flat(present, serialiser),
    )
    return keep_empty_details(unflat(merged.leaves, serialiser), present)
