"""Saving a draft: merged with what others wrote meanwhile, or refused."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from django.contrib.auth.models import User
from django.utils.text import slugify
from django.utils.translation import gettext as _

from bench.changes.applying import new_breaches
from bench.changes.beginning import names_undone, require_goes_on, undone_block
from bench.changes.drafts import (
    Draft,
    complete_draft,
    draft_at,
    draft_from,
    draft_of,
    leaves_of,
    take_leaves,
    with_leaves,
)
from bench.changes.merging import HEAD, Collision, Merged, merge
from bench.changes.record import (
    base_of,
    note_step,
    open_change_touching,
    version_found,
    version_now,
    writers_of,
)
from bench.changes.states import (
    RefusedError,
    require,
)
from bench.models import Change
from content.serialisers import SERIALISERS, ContentKind
from facts.blocks.blocks import Block
from facts.blocks.leaves import Flat, Leaf, LeafDifference, Path, flat
from facts.blocks.writing import block_now
from facts.guard import alone, writing
from facts.models import FactState, Passage, Scope
from facts.periods import OPEN as OPEN_BOUND
from facts.periods import parse_bound
from facts.periods_in_words import edtf_in_words


@dataclass(frozen=True)
class Saved:
    """A save that was stored; ``taken`` is what was merged in from somebody else's."""

    version: int
    taken: list[LeafDifference] = field(default_factory=list)


@dataclass(frozen=True)
class Clash:
    """A save that was not stored: somebody else changed the same things."""

    collisions: list[Collision]
    taken: list[LeafDifference]
    merged: Draft
    """Both edits in one, with mine where they collide."""
    version: int
    """The version of the change that a choice between them builds on."""
    settled: int
    """The version of the published row that it builds on; 0 where that is not in play."""
    who: User | None
    """Who wrote the other one; nobody where the published text changed."""


@alone()
@writing()
def save_draft(
    pk: int,
    who: User,
    version: int,
    draft: Draft,
    settled: int = 0,
    accepted: Mapping[Path, Leaf | None] | None = None,
) -> Saved | Clash:
    """Store what an editor wrote, who started from ``version`` of the change.

    Where somebody saved in between, or the published row itself has changed, the two are
    merged; where they collide, nothing is stored and the ``Clash`` is returned.
    ``settled`` is the version of the published row that she has already merged with.
    ``accepted`` are the leaves that she chose on the merge page as another wrote them in
    ``version``, and what they said before: if they changed again, she chooses again.
    Raises ``RefusedError`` where she may not save, or the result breaks a rule of the
    content, and ``ContentError`` where the block has keys that its kind does not know.
    """
    change = Change.objects.get(pk=pk)
    require("save", change.state, who, writers_of(change))
    mine = leaves_of(complete_draft(change, draft), change.kind)
    taken: list[LeafDifference] = []
    if version != change.version:
        merged = merge(
            with_leaves(leaves_of(draft_at(change, version), change.kind), accepted or {}),
            mine,
            leaves_of(draft_of(change), change.kind),
        )
        if merged.collisions:
            return _clash(change, merged, 0)
        mine, taken = merged.leaves, merged.taken
    published = version_now(change)
    if published and published not in (settled, version_found(change)):
        merged = _onto_published(change, mine)
        if merged.collisions:
            return _clash(change, merged, published)
        mine, taken = merged.leaves, [*taken, *merged.taken]
    take_leaves(change, mine)
    _complete(change)
    if found := new_breaches(change):
        raise RefusedError(" ".join(found))
    change.version += 1
    change.save()
    note_step(change, "save", who)
    return Saved(change.version, taken)


def _clash(change: Change, merged: Merged, settled: int) -> Clash:
    last = change.steps.filter(name="save").select_related("who").last()
    return Clash(
        merged.collisions,
        merged.taken,
        draft_from(merged.leaves, change.kind),
        change.version,
        settled,
        last.who if last and not settled else None,
    )


def _onto_published(change: Change, mine: Flat) -> Merged:
    """Merge a draft with what was published of its row since it began."""
    serialiser = SERIALISERS[change.kind]
    theirs = flat(block_now(serialiser, change.key), serialiser)
    # The reason and the day belong to the change: nobody else writes them.
    head = {path: mine[path] for path in HEAD if path in mine}
    base = flat(change.before(change.name), serialiser)
    return merge({**base, **head}, mine, {**theirs, **head})


def _complete(change: Change) -> None:
    """Give a new row its key, and put beside it what must change with it."""
    if not change.key:
        change.key = change.block.get("key") or free_key(change.kind, change.block)
        if block_now(SERIALISERS[change.kind], change.key):
            raise RefusedError(_("There is already a row with this key."))
        if open_change_touching(change.kind, change.key):
            raise RefusedError(_("Another change that is open has this key already."))
        change.block = {"key": change.key, **change.block}
    change.beside = {**_undone_beside(change), **_ended(change), **_first_used(change)}
    change.base = base_of(list(change.blocks))


def _undone_beside(change: Change) -> dict[str, Block]:
    """The rows beside the one that goes back, without what the undone change did.

    Made anew with each save: what others corrected in them meanwhile stays.
    """
    if change.undoes is None:
        return {}
    names = names_undone(change.undoes)
    return {
        name: undone_block(change.undoes, name) for name in names if name != change.name
    }


def _ended(change: Change) -> dict[str, Block]:
    """The fact that a new value ends, on the day from which the new one holds."""
    if not change.ends:
        return {}
    require_goes_on(change.ends)
    block = block_now(SERIALISERS[ContentKind.FACT], change.ends)
    start = change.block.get("start", "")
    _require_begins_after(start, block["start"])
    return {f"{ContentKind.FACT}/{change.ends}": {**block, "end": start}}


def _require_begins_after(start: str, old_start: str) -> None:
    """Refuse the start of a new value on which the old one cannot end."""
    if start in ("", OPEN_BOUND):
        raise RefusedError(_("Say from which day the new value holds: the old one ends."))
    try:
        begins, ended = parse_bound(start, "start"), parse_bound(old_start, "start")
    except ValueError as error:
        raise RefusedError(str(error)) from error
    if begins.latest <= ended.earliest:
        raise RefusedError(
            _("The new value must begin after the old one did (%(start)s).")
            % {"start": edtf_in_words(old_start)}
        )


def _first_used(change: Change) -> dict[str, Block]:
    """Passages that nothing rested on yet: with the change they are used."""
    if change.block.get("state") == FactState.RETIRED:
        return {}
    keys = [
        row["passage"]
        for part in ("citations", "claims")
        for row in change.block.get(part, [])
    ]
    if change.kind == ContentKind.ASSESSMENT:
        keys.append(change.block.get("passage", ""))
    serialiser = SERIALISERS[ContentKind.PASSAGE]
    waiting = Passage.objects.filter(key__in=keys, scope=Scope.LATER)
    blocks = {one.key: block_now(serialiser, one.key) for one in waiting}
    for block in blocks.values():
        del block["scope"]  # "cited" is the usual one
    return {f"{ContentKind.PASSAGE}/{key}": block for key, block in blocks.items()}


def free_key(kind: str, block: Block) -> str:
    """A key for a new row, made of what it is about: ``kurultai-seats-2026-11-23``."""
    about = [
        block.get(name, "")
        for name in (
            "subject",
            "document",
            "aspect",
            "start",
            "place_en",
            "name_en",
            "short_name_en",
        )
    ]
    stem = slugify(" ".join(about))[:100].strip("-") or kind
    rows = SERIALISERS[kind].model._default_manager.filter(key__startswith=stem)
    taken = {
        *rows.values_list("key", flat=True),
        *Change.objects.filter(kind=kind).values_list("key", flat=True),
    }
    free = (f"{stem}-{n}" if n > 1 else stem for n in range(1, len(taken) + 2))
    return next(key for key in free if key not in taken)
