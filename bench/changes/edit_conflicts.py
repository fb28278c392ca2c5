"""Merging what two editors wrote, leaf by leaf. Nothing here asks the database."""

from __future__ import annotations

from dataclasses import dataclass

from bench.models import OWN_FIELDS
from facts.blocks.leaves import Flat, Leaf, LeafDifference, Path

OWN_PATHS: tuple[Path, ...] = tuple((name, "") for name in OWN_FIELDS)
"""Leaves of a draft that belong to the change itself, not to the content.

They end in nothing, as no field of the content does: a passage has a reason too.
"""


@dataclass(frozen=True)
class Collision:
    """A leaf that two editors changed, each to something else."""

    path: Path
    base: Leaf | None
    mine: Leaf | None
    theirs: Leaf | None


@dataclass(frozen=True)
class MergeResult:
    """What comes of two edits of the same text."""

    leaves: Flat
    """With mine where the two collide."""
    collisions: list[Collision]
    merged_in: list[LeafDifference]
    """What the other changed and I did not: taken over without asking."""


def merge(base: Flat, mine: Flat, theirs: Flat) -> MergeResult:
    """Merge two edits of ``base``.

    A leaf that one side left alone is as the other side has it.
    """
    leaves: Flat = {}
    collisions, merged_in = [], []
    added = (path for path in (*theirs, *mine) if path not in base)
    for path in dict.fromkeys([*base, *added]):
        first, my, their = base.get(path), mine.get(path), theirs.get(path)
        value = my
        if my == first and their != first:
            merged_in.append(LeafDifference(path, first, their))
            value = their
        elif their not in (first, my):
            collisions.append(Collision(path, first, my, their))
        if value is not None:
            leaves[path] = value
    return MergeResult(leaves, collisions, merged_in)
