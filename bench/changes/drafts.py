"""A draft as leaves that can be merged, and back; and what the drafts of a change hold."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from django.utils.translation import gettext as _

from bench.changes.edit_conflicts import OWN_PATHS
from bench.changes.permissions import RefusedError
from bench.models import Change, Draft
from content.aspect_groups import ASPECTS
from content.serialisers import SERIALISERS
from facts.blocks.blocks import Block, normal
from facts.blocks.leaves import Flat, Leaf, Path, flat, unflat


def draft_leaves(draft: Draft, kind: str) -> Flat:
    """A draft laid flat, reason and day among the leaves."""
    leaves = flat(draft.block, SERIALISERS[kind])
    stored = draft.stored()
    own = {path: stored[path[0]] for path in OWN_PATHS}
    return leaves | {path: text for path, text in own.items() if text}


def draft_from_leaves(leaves: Flat, kind: str) -> Draft:
    """The draft that has these leaves: the inverse of ``draft_leaves``."""
    own = {path[0]: str(leaves.get(path, "")) for path in OWN_PATHS}
    return Draft.from_stored({"block": unflat(leaves, SERIALISERS[kind]), **own})


def replace_leaves(leaves: Flat, others: Mapping[Path, Leaf | None]) -> Flat:
    """The leaves with others in their places; ``None`` takes one away."""
    both = {**leaves, **others}
    return {path: leaf for path, leaf in both.items() if leaf is not None}


def apply_choices(draft: Draft, kind: str, theirs: Mapping[Path, Leaf | None]) -> Draft:
    """The draft of a ``Clash`` after an editor has chosen.

    ``draft`` has her own text wherever two collided; ``theirs`` has the leaves that are
    to be as the others wrote them.
    """
    return draft_from_leaves(replace_leaves(draft_leaves(draft, kind), theirs), kind)


def with_fixed_fields(change: Change, draft: Draft) -> Draft:
    """The draft with what nobody types: the state of its row, and what is fixed of it.

    Raises ``ContentError`` where the block has keys that its kind does not know.
    """
    names = ("state", *change.fixed)
    fixed = {name: change.block[name] for name in names if name in change.block}
    block = normal({**draft.block, **fixed}, SERIALISERS[change.kind])
    return replace(draft, block=block)


def apply_leaves(change: Change, leaves: Flat) -> None:
    """Let the change hold the draft that has these leaves."""
    draft = draft_from_leaves(leaves, change.kind)
    block = keep_empty_details(draft.block, change.block)
    change.set_draft(replace(draft, block=block))


def keep_empty_details(block: Block, before: Block) -> Block:
    """The block with the details that its aspect needs and that it had ``before``.

    Laid flat, details are there as long as anything stands in them; these are there even
    where nothing does, as for an institution that no act began or ended.
    """
    empty: Block = {
        name: {}
        for name in ASPECTS.details_of(block.get("aspect", ""))
        if name in before and name not in block
    }
    return {**block, **empty}


def draft_at(change: Change, version: int) -> Draft:
    """What the form held at an earlier version of the change.

    Raises ``RefusedError`` where there was no such version.
    """
    step = change.steps.filter(name="save", version=version).first()
    if step is None or step.draft is None:
        raise RefusedError(_("The change has no such version. Open it again."))
    return step.draft
