"""Comparing and merging what editors wrote, leaf by leaf.

A block is laid flat: each field has a path (``("term", "years")``), and so has each row of
a list, named by what tells it apart (``("citations", "senate-article-history-1")``). Pure
functions: nothing here asks the database.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from facts.blocks.blocks import Block, in_order
from facts.blocks.serialiser import Part, Serialiser

Path = tuple[str, ...]
Leaf = str | Block
Flat = dict[Path, Leaf]

HEAD: tuple[Path, ...] = (("reason_en", ""), ("publish_on", ""))
"""Leaves of a draft that belong to the change itself, not to the content.

They end in nothing, as no field of the content does: a passage has a ``reason_en`` too.
"""


def flat(block: Block, shape: Serialiser) -> Flat:
    """The leaves of ``block`` by their paths."""
    return dict(_leaves(block, shape.fields, shape.parts, ()))


def _leaves(
    block: Block, fields: Iterable[str], parts: Iterable[Part], at: Path
) -> Iterable[tuple[Path, Leaf]]:
    for name in fields:
        if block.get(name):
            yield (*at, name), block[name]
    for part in parts:
        inside = block.get(part.name)
        if inside is None:
            continue
        if part.single:
            # An empty leaf, so that a difference tells of the details as such.
            yield (*at, part.name), ""
            yield from _leaves(inside, part.fields, part.parts, (*at, part.name))
        else:
            for row in inside:
                yield (*at, part.name, *(row.get(name, "") for name in part.sort)), row


def unflat(leaves: Mapping[Path, Leaf], shape: Serialiser) -> Block:
    """The block whose leaves these are: the inverse of ``flat``."""
    return _block(leaves, shape.fields, shape.parts, ())


def _block(
    leaves: Mapping[Path, Leaf], fields: Iterable[str], parts: Iterable[Part], at: Path
) -> Block:
    block: Block = {name: leaves[(*at, name)] for name in fields if leaves.get((*at, name))}
    for part in parts:
        place = (*at, part.name)
        if part.single:
            # The details are there as long as anything is in them, even where one of two
            # people took them away.
            if inside := _block(leaves, part.fields, part.parts, place):
                block[part.name] = inside
        elif rows := [
            row
            for path, row in leaves.items()
            if path[: len(place)] == place and isinstance(row, dict)
        ]:
            block[part.name] = in_order(rows, part.sort)
    return block


@dataclass(frozen=True)
class Difference:
    """One leaf that differs; ``None`` stands for what is not there."""

    path: Path
    before: Leaf | None
    after: Leaf | None


def differences(before: Flat, after: Flat) -> list[Difference]:
    """The leaves that differ, those of ``before`` first, in the order of the form."""
    paths = [*before, *(path for path in after if path not in before)]
    return [
        Difference(path, before.get(path), after.get(path))
        for path in paths
        if before.get(path) != after.get(path)
    ]


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
    taken: list[Difference]
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
            taken.append(Difference(path, was, their))
            value = their
        elif their not in (was, my):
            collisions.append(Collision(path, was, my, their))
        if value is not None:
            leaves[path] = value
    return Merged(leaves, collisions, taken)
