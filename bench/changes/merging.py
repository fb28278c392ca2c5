"""Merging what two editors wrote, leaf by leaf. Nothing here asks the database."""

from __future__ import annotations

from dataclasses import dataclass

from facts.blocks.leaves import Flat, Leaf, LeafDifference, Path

HEAD: tuple[Path, ...] = (("reason_en", ""), ("publish_on", ""))
"""Leaves of a draft that belong to the change itself, not to the content.

They end in nothing, as no field of the content does: a passage has a ``reason_en`` too.
"""


@dataclass(frozen=True)
class Collision:
    """A leaf that two editors changed, each to something else."""

    path: Path
    base: Leaf | None
    mine: Leaf | None
    theirs: Leaf | None


@dataclass(frozen=True)
class Merged:
    """What comes of two edits of the same text."""

    leaves: Flat
    """With mine where the two collide."""
    collisions: list[Collision]
    taken: list[LeafDifference]
    """What the other changed and I did not: merged without asking."""


def merge(base: Flat, mine: Flat, theirs: Flat) -> Merged:
    """Merge two edits of ``base``.

    A leaf that one side left alone is as the other side has it.
    """
    leaves: Flat = {}
    collisions, taken = [], []
    for path in [*base, *(one for one in (*theirs, *mine) if one not in base)]:
        if path in leaves:
            continue
        was, my, their = base.get(path), mine.get(path), theirs.get(path)
        value = my
        if my == was and their != was:
            taken.append(LeafDifference(path, was, their))
            value = their
        elif their not in (was, my):
            collisions.append(Collision(path, was, my, their))
        if value is not None:
            leaves[path] = value
    return Merged(leaves, collisions, taken)
