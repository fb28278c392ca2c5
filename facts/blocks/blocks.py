"""The content as text: what a block of the fixtures holds, and how rows become one.

A *block* is one content row with all that belongs to it, as a mapping of strings. Blocks
are compared, digested, loaded and dumped as such mappings, so that "the same content"
has one meaning. Every scalar is a string; what is empty or the usual value is left out.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from typing import Any

from django.db import models

from facts.blocks.serialiser import Part, Serialiser
from facts.models import Content

Block = dict[str, Any]


class ContentError(Exception):
    """A fixture that cannot be loaded; the message names the block and the reason."""


def block_of(row: models.Model, serialiser: Serialiser) -> Block:
    """The block that says what ``row`` and all that belongs to it hold now."""
    block = texts_of(row, serialiser.fields, serialiser.usual)
    block.update(_parts_of(row, serialiser.parts))
    return block


def _parts_of(row: models.Model, parts: Iterable[Part]) -> Block:
    block: Block = {}
    for part in parts:
        if part.single:
            detail = getattr(row, part.name, None)
            if detail is not None:
                block[part.name] = _part_block(detail, part)
        elif blocks := [
            _part_block(other, part) for other in getattr(row, part.name).all()
        ]:
            block[part.name] = in_order(blocks, part.sort)
    return block


def _part_block(row: models.Model, part: Part) -> Block:
    return {**texts_of(row, part.fields, {}), **_parts_of(row, part.parts)}


def texts_of(
    row: models.Model, names: Iterable[str], usual: Mapping[str, str]
) -> dict[str, str]:
    """The fields of a row as the texts of its block, without what is usual or empty."""
    texts = {name: _text(row, name) for name in names}
    return {name: text for name, text in texts.items() if text != usual.get(name, "")}


def _text(row: models.Model, name: str) -> str:
    column: Any = row._meta.get_field(name)
    value = getattr(row, name)
    if value is None or value is False:
        return ""
    if isinstance(value, Content):
        return value.key
    return "yes" if value is True else str(column.value_to_string(row))


def in_order(rows: list[Block], sort: tuple[str, ...]) -> list[Block]:
    """Rows of a part in their one canonical order; numbers count as numbers."""

    def place(row: Block) -> list[tuple[int, str]]:
        texts = [str(row.get(name, "")) for name in sort]
        # "²" is a digit that makes no number; "01" and "1" are the same number.
        return [(int(text) if text.isdecimal() else -1, text) for text in texts]

    return sorted(rows, key=place)


def digest(block: Block) -> str:
    """A digest of what a block holds, the same whatever the order of its keys."""
    text = json.dumps(block, sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(text.encode()).hexdigest()


def normal(block: Block, serialiser: Serialiser) -> Block:
    """A block as ``block_of`` would write it: known keys, usual values left out.

    Raises ``ContentError`` where the block has a key that its serialiser does not know.
    """
    full = _normal(block, serialiser.fields, serialiser.parts, serialiser.name)
    return {
        name: value for name, value in full.items() if value != serialiser.usual.get(name)
    }


def _normal(
    block: Block, fields: tuple[str, ...], parts: tuple[Part, ...], where: str
) -> Block:
    where = f"{where} {block.get('key', '')}".strip()
    known = {*fields, *(part.name for part in parts)}
    if unknown := sorted(set(block) - known):
        raise ContentError(f"{where}: nothing is called “{', '.join(unknown)}”.")
    result: Block = {name: block[name] for name in fields if block.get(name)}
    for name, value in result.items():
        if not isinstance(value, str):
            raise ContentError(f"{where}: “{name}” must be one text.")
    for part in parts:
        inside: Any = block.get(part.name)
        # Details without any text are there all the same; a list without rows is not.
        if inside is None or (not part.single and not inside):
            continue
        blocks = [inside] if part.single else inside
        if not isinstance(blocks, list) or not all(isinstance(b, dict) for b in blocks):
            shape = "one block" if part.single else "a list of blocks"
            raise ContentError(f"{where}: “{part.name}” must be {shape}.")
        rows = [
            _normal(row, part.fields, part.parts, f"{where}, {part.name}") for row in blocks
        ]
        result[part.name] = rows[0] if part.single else in_order(rows, part.sort)
    return result
