"""Blocks laid flat, and what differs between two of them.

Each field has a path (``("term", "years")``), and so has each row of a list, named by
what tells it apart (``("citations", "senate-article-history-1")``).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from facts.blocks.blocks import Block, in_order
from facts.blocks.serialiser import Part, Serialiser

Path = tuple[str, ...]
"""Where a leaf stands in its block."""

Leaf = str | Block
"""The text of a field, or a whole row of a list."""

Flat = dict[Path, Leaf]
"""A block laid flat."""


def flat(block: Block, serialiser: Serialiser) -> Flat:
    """The leaves of ``block`` by their paths."""
    return dict(_leaves(block, serialiser.fields, serialiser.parts, ()))


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


def unflat(leaves: Mapping[Path, Leaf], serialiser: Serialiser) -> Block:
    """The block whose leaves these are: the inverse of ``flat``."""
    return _block(leaves, serialiser.fields, serialiser.parts, ())


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
class LeafDifference:
    """One leaf that differs; ``None`` stands for what is not there."""

    path: Path
    before: Leaf | None
    after: Leaf | None


def differences(before: Flat, after: Flat) -> list[LeafDifference]:
    """The leaves that differ, those of ``before`` first, in the order of the form."""
    paths = [*before, *(path for path in after if path not in before)]
    return [
        LeafDifference(path, before.get(path), after.get(path))
        for path in paths
        if before.get(path) != after.get(path)
    ]
