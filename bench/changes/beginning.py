"""How changes begin: of a new row, of one that is there, or by going back."""

from __future__ import annotations

from django.contrib.auth.models import User
from django.utils.translation import gettext as _

from bench.changes.drafts import with_its_details
from bench.changes.merging import merge
from bench.changes.record import base_of, note_step, open_change_touching
from bench.changes.states import WRITE, Person, RefusedError, may
from bench.models import Change
from content.models import Aim
from content.serialisers import SERIALISERS, ContentKind, split_name
from facts.blocks.blocks import Block
from facts.blocks.leaves import flat, unflat
from facts.blocks.writing import block_now
from facts.guard import alone, writing
from facts.models import Fact, FactState
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
    if found := open_change_touching(kind, key or ends):
        return found
    if aim in (Aim.REPLACE, Aim.RETIRE):
        _require_published(key or ends)
    if ends:
        require_goes_on(ends)
    change = Change(kind=kind, key=key, aim=aim, ends=ends, author=who)
    if key:
        change.base = base_of([change.name])
        if not change.base:
            raise RefusedError(_("There is no such row."))
        change.block = change.before(change.name)
    if block is not None:
        change.block = block
    if ends:
        change.base = base_of([f"{ContentKind.FACT}/{ends}"])
    if aim == Aim.RETIRE:
        change.block = {**change.block, "state": FactState.RETIRED.value}
    return _begun(change)


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
        raise RefusedError(
            _("Only a published correction, or a fact that was added, can be undone.")
        )
    if published.is_undone:
        raise RefusedError(_("Somebody went back before it already."))
    names = names_undone(published)
    if in_the_way_of(published):
        raise RefusedError(_("Another change of it is open. Finish that one first."))
    blocks = {name: undone_block(published, name) for name in names}
    return _begun(
        Change(
            kind=published.kind,
            key=published.key,
            aim=Aim.RESTORE,
            undoes=published,
            author=who,
            base=base_of(names),
            block=blocks.pop(published.name),
            beside=blocks,
        )
    )


def in_the_way_of(published: Change) -> Change | None:
    """The open change of a row that going back before ``published`` would write, if there
    is one."""
    found = (open_change_touching(*split_name(n)) for n in names_undone(published))
    return next((change for change in found if change), None)


def _require_writer(who: Person) -> None:
    if not may(who, WRITE):
        raise RefusedError(_("You do not have the right to do that."))


def _require_published(key: str) -> None:
    if block_now(SERIALISERS[ContentKind.FACT], key).get("state") == FactState.RETIRED:
        raise RefusedError(_("It is retired already."))


def require_goes_on(key: str) -> None:
    """Refuse to end a fact that has its end: a new value would make it last longer."""
    if not Fact.objects.filter(key=key, end=OPEN_BOUND).exists():
        raise RefusedError(
            _("It has an end already. Correct that end, or add the next value as a fact.")
        )


def _begun(change: Change) -> Change:
    change.save()
    note_step(change, "save", change.author)
    return change


def names_undone(published: Change) -> list[str]:
    """The rows that going back before a change writes: those of its own kind."""
    return [name for name in published.blocks if split_name(name)[0] == published.kind]


def undone_block(published: Change, name: str) -> Block:
    """What the row says now, with what the change did taken out of it."""
    kind, key = split_name(name)
    serialiser = SERIALISERS[kind]
    present = block_now(serialiser, key)
    before = published.before(name)
    if not before:
        return {**present, "state": FactState.RETIRED.value}
    merged = merge(
        flat(published.blocks[name], serialiser),
        flat(before, serialiser),
        flat(present, serialiser),
    )
    return with_its_details(unflat(merged.leaves, serialiser), present)
