"""Saving a draft: merged with what others wrote meanwhile, or refused."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from django.contrib.auth.models import User
from django.utils.text import slugify
from django.utils.translation import gettext as _

from bench.changes.applying import new_breaches
from bench.changes.beginning import block_without, require_no_end, rows_to_undo
from bench.changes.drafts import (
    apply_leaves,
    draft_at,
    draft_from_leaves,
    draft_leaves,
    replace_leaves,
    with_fixed_fields,
)
from bench.changes.edit_conflicts import OWN_PATHS, Collision, MergeResult, merge
from bench.changes.permissions import RefusedError, require
from bench.changes.record import (
    add_step,
    base_now,
    base_version,
    open_change_touching,
    published_version,
    writers_of,
)
from bench.models import Change, Draft
from content.serialisers import KEY_FIELDS, SERIALISERS, ContentKind
from facts.blocks.blocks import Block
from facts.blocks.leaves import Flat, Leaf, LeafDifference, Path, flat
from facts.blocks.writing import block_now
from facts.guard import alone, writing
from facts.models import Passage, RowState, Scope
from facts.periods import OPEN as OPEN_BOUND
from facts.periods import parse_bound
from facts.periods_in_words import edtf_in_words


@dataclass(frozen=True)
class Saved:
    """A save that was stored; ``merged_in`` is what came in from somebody else's."""

    version: int
    merged_in: list[LeafDifference] = field(default_factory=list)


@dataclass(frozen=True)
class Clash:
    """A save that was not stored: somebody else changed the same things."""

    collisions: list[Collision]
    merged_in: list[LeafDifference]
    draft: Draft
    """Both edits in one, with mine where they collide."""
    version: int
    """The version of the change that a choice between them builds on."""
    published_version: int
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
    published_seen: int = 0,
    chosen: Mapping[Path, Leaf | None] | None = None,
) -> Saved | Clash:
    """Store what an editor wrote, who started from ``version`` of the change.

    Where somebody saved in between, or the published row itself has changed, the two are
    merged; where they collide, nothing is stored and the ``Clash`` is returned.
    ``published_seen`` is the version of the published row that she has already merged
    with. ``chosen`` are the leaves that she took from another on the merge page, each
    with what it said before: if one changed again, she chooses again. Raises
    ``RefusedError`` where she may not save, or the result breaks a rule of the content,
    and ``ContentError`` where the block has keys that its kind does not know.
    """
    change = Change.objects.get(pk=pk)
    require("save", change.state, who, writers_of(change))
    mine = draft_leaves(with_fixed_fields(change, draft), change.kind)
    merged_in: list[LeafDifference] = []
    if version != change.version:
        merged = _merge_with_saves(change, mine, version, chosen or {})
        if merged.collisions:
            return _clash(change, merged, 0)
        mine, merged_in = merged.leaves, merged.merged_in
    published = published_version(change)
    if published and published not in (published_seen, base_version(change)):
        merged = _merge_with_published(change, mine)
        if merged.collisions:
            return _clash(change, merged, published)
        mine, merged_in = merged.leaves, [*merged_in, *merged.merged_in]
    apply_leaves(change, mine)
    return Saved(_store(change, who), merged_in)


def _merge_with_saves(
    change: Change, mine: Flat, version: int, chosen: Mapping[Path, Leaf | None]
) -> MergeResult:
    """Merge a draft with what others have saved since ``version``."""
    started_from = draft_leaves(draft_at(change, version), change.kind)
    theirs = draft_leaves(change.draft, change.kind)
    return merge(replace_leaves(started_from, chosen), mine, theirs)


def _merge_with_published(change: Change, mine: Flat) -> MergeResult:
    """Merge a draft with what was published of its row since it began."""
    serialiser = SERIALISERS[change.kind]
    theirs = flat(block_now(serialiser, change.key), serialiser)
    base = flat(change.before(change.name), serialiser)
    # The reason and the day belong to the change: nobody else writes them.
    own = {path: mine[path] for path in OWN_PATHS if path in mine}
    return merge({**base, **own}, mine, {**theirs, **own})


def _clash(change: Change, merged: MergeResult, published: int) -> Clash:
    last = change.steps.filter(name="save").select_related("who").last()
    return Clash(
        merged.collisions,
        merged.merged_in,
        draft_from_leaves(merged.leaves, change.kind),
        change.version,
        published,
        last.who if last and not published else None,
    )


def _store(change: Change, who: User) -> int:
    """Store the change as its next version and return that; or raise ``RefusedError``."""
    if not change.key:
        _set_key(change)
    change.beside = {
        **_undone_rows(change),
        **_ended_fact(change),
        **_passages_now_used(change),
    }
    change.base = base_now(change.blocks)
    if broken := new_breaches(change):
        raise RefusedError(" ".join(broken))
    change.version += 1
    change.save()
    add_step(change, "save", who)
    return change.version


def _set_key(change: Change) -> None:
    """Give a new row its key: the one that was typed, or a free one."""
    change.key = change.block.get("key") or free_key(change.kind, change.block)
    if block_now(SERIALISERS[change.kind], change.key):
        raise RefusedError(_("There is already a row with this key."))
    if open_change_touching(change.kind, change.key):
        raise RefusedError(_("Another change that is open has this key already."))
    change.block = {"key": change.key, **change.block}


def _undone_rows(change: Change) -> dict[str, Block]:
    """The rows beside the one that goes back, without what the undone change did.

    Made anew with each save: what others corrected in them meanwhile stays.
    """
    if change.undoes is None:
        return {}
    return {
        name: block_without(change.undoes, name)
        for name in rows_to_undo(change.undoes)
        if name != change.name
    }


def _ended_fact(change: Change) -> dict[str, Block]:
    """The fact that a new value ends, on the day from which the new one holds."""
    if not change.ends:
        return {}
    require_no_end(change.ends)
    block = block_now(SERIALISERS[ContentKind.FACT], change.ends)
    start = change.block.get("start", "")
    _require_begins_after(start, block["start"])
    return {f"{ContentKind.FACT}/{change.ends}": {**block, "end": start}}


def _require_begins_after(start: str, old_start: str) -> None:
    """Refuse the start of a new value on which the old one cannot end."""
    if start in ("", OPEN_BOUND):
        raise RefusedError(_("Say from which day the new value holds: the old one ends."))
    try:
        new, old = parse_bound(start, "start"), parse_bound(old_start, "start")
    except ValueError as error:
        raise RefusedError(str(error)) from error
    if new.latest <= old.earliest:
        raise RefusedError(
            _("The new value must begin after the old one did (%(start)s).")
            % {"start": edtf_in_words(old_start)}
        )


def _passages_now_used(change: Change) -> dict[str, Block]:
    """Passages that nothing rested on yet: with the change they are used."""
    if change.block.get("state") == RowState.RETIRED:
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
    blocks = {passage.key: block_now(serialiser, passage.key) for passage in waiting}
    for block in blocks.values():
        del block["scope"]  # "cited" is the usual one
    return {f"{ContentKind.PASSAGE}/{key}": block for key, block in blocks.items()}


def free_key(kind: str, block: Block) -> str:
    """A key for a new row, made of what it is about: ``kurultai-seats-2026-11-23``."""
    about = " ".join(block.get(name, "") for name in KEY_FIELDS)
    stem = slugify(about)[:100].strip("-") or kind
    rows = SERIALISERS[kind].model._default_manager.filter(key__startswith=stem)
    taken = {
        *rows.values_list("key", flat=True),
        *Change.objects.filter(kind=kind).values_list("key", flat=True),
    }
    free = (f"{stem}-{n}" if n > 1 else stem for n in range(1, len(taken) + 2))
    return next(key for key in free if key not in taken)
