"""What an editor writes of a change: the form as text, and as leaves to be merged."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from django.utils.translation import gettext as _

from bench.changes.merging import HEAD
from bench.changes.states import (
    RefusedError,
)
from bench.models import Change
from content.aspect_table import ASPECTS
from content.serialisers import SERIALISERS
from facts.blocks.blocks import Block, normal
from facts.blocks.leaves import Flat, Leaf, Path, flat, unflat


@dataclass(frozen=True)
class Draft:
    """What an editor writes of a change: the form, as text."""

    block: Block
    reason_en: str = ""
    publish_on: str = ""


def settle(kind: str, merged: Draft, theirs: Mapping[Path, Leaf | None]) -> Draft:
    """The draft that comes of a ``Clash`` when these leaves are to be as the others had
    them, and all other colliding ones as the editor wrote them."""
    return draft_from(with_leaves(leaves_of(merged, kind), theirs), kind)


def with_leaves(leaves: Flat, others: Mapping[Path, Leaf | None]) -> Flat:
    """The leaves with others in their places; ``None`` takes one away."""
    both = {**leaves, **others}
    return {path: leaf for path, leaf in both.items() if leaf is not None}


def leaves_of(draft: Draft, kind: str) -> Flat:
    """A draft laid flat, reason and day among the leaves."""
    leaves = flat(draft.block, SERIALISERS[kind])
    for path, text in zip(HEAD, (draft.reason_en, draft.publish_on), strict=True):
        if text:
            leaves[path] = text
    return leaves


def draft_from(leaves: Flat, kind: str) -> Draft:
    """The draft that has these leaves: the inverse of ``leaves_of``."""
    reason, day = (str(leaves.get(path, "")) for path in HEAD)
    return Draft(unflat(leaves, SERIALISERS[kind]), reason, day)


def complete_draft(change: Change, draft: Draft) -> Draft:
    """With what nobody types: whether it is retired, and what is fixed of its row."""
    names = ("state", *change.fixed)
    given = {name: change.block[name] for name in names if name in change.block}
    block = normal({**draft.block, **given}, SERIALISERS[change.kind])
    return replace(draft, block=block)


def take_leaves(change: Change, leaves: Flat) -> None:
    draft = draft_from(leaves, change.kind)
    change.block = with_its_details(draft.block, change.block)
    change.reason_en = draft.reason_en
    change.publish_on = date.fromisoformat(draft.publish_on) if draft.publish_on else None


def with_its_details(block: Block, last: Block) -> Block:
    """The block with the details that its aspect needs and that ``last`` had.

    Laid flat, details are there as long as anything stands in them; these are there even
    where nothing does, as for an institution that no act began or ended.
    """
    empty: Block = {
        name: {}
        for name in ASPECTS.details_of(block.get("aspect", ""))
        if name in last and name not in block
    }
    return {**block, **empty}


def draft_of(change: Change) -> Draft:
    """What the form of the change holds."""
    day = change.publish_on.isoformat() if change.publish_on else ""
    return Draft(change.block, change.reason_en, day)


def draft_at(change: Change, version: int) -> Draft:
    """What the form held at an earlier version of the change.

    Raises ``RefusedError`` where there was no such version.
    """
    step = change.steps.filter(name="save", version=version).first()
    if step is None:
        raise RefusedError(_("The change has no such version. Open it again."))
    return Draft(**step.written)
