"""Loading the fixtures into the database.

Loading adds what is new and follows what changed in the fixtures, but never overwrites
what an editor changed and never deletes. It says what it did, and what it left alone.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from facts.blocks.blocks import Block, block_of, digest
from facts.blocks.progress import Progress, silently
from facts.blocks.serialiser import Serialiser
from facts.blocks.writing import (
    NamedRows,
    check_written,
    replace_parts,
    rows_of,
    write_parts,
    write_row,
)
from facts.edition import raise_edition
from facts.guard import alone, writing
from facts.models import Content, Passage


@dataclass
class Report:
    """What one load did, as the names of the blocks; ``kept`` has the reasons too."""

    added: list[str] = field(default_factory=list)
    changed: list[str] = field(default_factory=list)
    same: int = 0
    kept: list[tuple[str, str]] = field(default_factory=list)


EDITED = "edited here since it was loaded"
COLLIDES = "edited here, and the fixture has changed too: settle it by hand"
MADE_HERE = "made here, with the key of a fixture: settle it by hand"
GONE = "no longer in the fixtures; loading never deletes: retire it on the bench"


def load(
    content: Iterable[tuple[Serialiser, list[Block]]], progress: Progress = silently
) -> Report:
    """Bring the database up to the blocks given, all or nothing.

    Takes serialisers with their blocks in the order of their dependence (see
    ``facts.blocks.files.read_folders``). Raises ``ContentError`` where a block names a
    row that does not exist or holds a value that its column refuses; nothing is loaded
    then.
    """
    report = Report()
    with alone(), writing():
        raise_edition()
        named = NamedRows(at_once=True)
        for serialiser, blocks in content:
            _load_kind(serialiser, blocks, report, named, progress)
    return report


def _load_kind(
    serialiser: Serialiser,
    blocks: list[Block],
    report: Report,
    named: NamedRows,
    progress: Progress,
) -> None:
    """Bring the rows of one kind up to their blocks."""
    rows = rows_of(serialiser)
    to_fill: list[tuple[Content, Block]] = []
    for done, block in enumerate(blocks, start=1):
        progress(f"loading {serialiser.name}", done, len(blocks))
        name = f"{serialiser.name} {block['key']}"
        row = rows.get(block["key"])
        if row is None:
            report.added.append(name)
            to_fill.append((_save(serialiser, serialiser.model(), block, named), block))
            continue
        present = block_of(row, serialiser)
        if present == block:
            report.same += 1
            _remember(row, block)
        elif digest(present) == row.loaded_digest:
            report.changed.append(name)
            row.version += 1
            to_fill.append((_save(serialiser, row, block, named), block))
        else:
            report.kept.append((name, _why_kept(row, block)))
    for done, (row, block) in enumerate(to_fill, start=1):
        progress(f"loading what belongs to {serialiser.name}", done, len(to_fill))
        fill = replace_parts if row.key in rows else write_parts
        fill(row, serialiser.parts, block, named)
    check_written(serialiser, to_fill)
    _number(serialiser, blocks)
    _list_gone(serialiser, rows, blocks, report)


def _why_kept(row: Content, block: Block) -> str:
    if not row.loaded_digest:
        return MADE_HERE
    return EDITED if digest(block) == row.loaded_digest else COLLIDES


def _remember(row: Content, block: Block) -> None:
    """An editor and the fixtures came to the same content: they are at one again."""
    if row.loaded_digest != digest(block):
        row.loaded_digest = digest(block)
        row.save(update_fields=["loaded_digest"])


def _save(serialiser: Serialiser, row: Content, block: Block, named: NamedRows) -> Content:
    row.loaded_digest = digest(block)
    write_row(serialiser, row, block, named)
    return row


def _number(serialiser: Serialiser, blocks: list[Block]) -> None:
    """Passages stand in the order of their file."""
    if serialiser.model is not Passage:
        return
    places = {block["key"]: place for place, block in enumerate(blocks, start=1)}
    moved = []
    for passage in Passage.objects.all():
        place = places.get(passage.key, passage.position)
        if passage.position != place:
            passage.position = place
            moved.append(passage)
    Passage.objects.bulk_update(moved, ["position"])


def _list_gone(
    serialiser: Serialiser, rows: dict[str, Content], blocks: list[Block], report: Report
) -> None:
    keys = {block["key"] for block in blocks}
    report.kept += [
        (f"{serialiser.name} {key}", GONE)
        for key, row in rows.items()
        if row.loaded_digest and row.is_published and key not in keys
    ]
