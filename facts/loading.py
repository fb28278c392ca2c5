"""Loading the fixtures into the database.

Loading adds what is new and follows what changed in the fixtures, but never overwrites
what an editor changed and never deletes. It says what it did, and what it left alone.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from django.core.exceptions import ValidationError
from django.db import IntegrityError, models, transaction

from facts.content import Block, ContentError, Part, Shape, block_of, digest
from facts.models import Content, Detail, Passage


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
GONE = "no longer in the fixtures; loading never deletes"


@transaction.atomic
def load(content: Iterable[tuple[Shape, list[Block]]]) -> Report:
    """Bring the database up to the blocks given, all or nothing.

    Takes shapes with their blocks in the order of their dependence (see
    ``facts.files.read_folders``). Raises ``ContentError`` where a block names a row that
    does not exist or holds a value that its column refuses; nothing is loaded then.
    """
    report = Report()
    for shape, blocks in content:
        _load_shape(shape, blocks, report)
    return report


def _load_shape(shape: Shape, blocks: list[Block], report: Report) -> None:
    rows = _rows(shape)
    to_fill: list[tuple[Content, Block]] = []
    for block in blocks:
        name = f"{shape.name} {block['key']}"
        row = rows.get(block["key"])
        if row is None:
            report.added.append(name)
            to_fill.append((_save(shape, shape.model(), block), block))
            continue
        present = block_of(row, shape)
        if present == block:
            report.same += 1
            _remember(row, block)
        elif digest(present) == row.loaded_digest:
            report.changed.append(name)
            row.version += 1
            to_fill.append((_save(shape, row, block), block))
        else:
            report.kept.append((name, _why_kept(row, block)))
    for row, block in to_fill:
        _write_parts(row, shape.parts, block)
    _check_written(shape, to_fill)
    _number(shape, blocks)
    _list_gone(shape, rows, blocks, report)


def _rows(shape: Shape) -> dict[str, Content]:
    found = shape.model._default_manager.prefetch_related(*shape.prefetches())
    return {row.key: row for row in found}


def _why_kept(row: Content, block: Block) -> str:
    if not row.loaded_digest:
        return MADE_HERE
    return EDITED if digest(block) == row.loaded_digest else COLLIDES


def _remember(row: Content, block: Block) -> None:
    """An editor and the fixtures came to the same content: they are at one again."""
    if row.loaded_digest != digest(block):
        row.loaded_digest = digest(block)
        row.save(update_fields=["loaded_digest"])


def _save(shape: Shape, row: Content, block: Block) -> Content:
    texts = {name: block.get(name, shape.usual.get(name, "")) for name in shape.fields}
    row.loaded_digest = digest(block)
    _fill(row, texts, f"{shape.name} {block['key']}")
    return row


def _fill(row: models.Model, texts: dict[str, str], where: str) -> None:
    """Set the columns from their texts and save; raises ``ContentError``."""
    try:
        for name, text in texts.items():
            _set(row, name, text)
        row.clean_fields(exclude=_derived(row))
        row.clean()
        with transaction.atomic():
            row.save()
    except (ValidationError, ValueError, IntegrityError) as error:
        raise ContentError(f"{where}: {error}") from error


def _derived(row: models.Model) -> set[str]:
    return {column.name for column in row._meta.fields if not column.editable}


def _set(row: models.Model, name: str, text: str) -> None:
    column: Any = row._meta.get_field(name)
    if column.is_relation:
        setattr(row, name, _named(column.related_model, text) if text else None)
    elif isinstance(column, models.BooleanField):
        setattr(row, name, text == "yes")
    else:
        empty = None if column.null else ""
        setattr(row, name, column.to_python(text) if text else empty)


def _named(model: type[models.Model], key: str) -> models.Model:
    found = model._default_manager.filter(key=key).first()
    if found is None:
        raise ValueError(f"there is no {model._meta.verbose_name} called “{key}”.")
    return found


def _write_parts(row: models.Model, parts: Iterable[Part], block: Block) -> None:
    """Replace all that belongs to a row by what its block says."""
    for part in parts:
        part.model._default_manager.filter(**{part.owner: row}).delete()
        inside = block.get(part.name, [])
        for written in [inside] if part.single and inside else inside:
            _write_part(row, part, written)


def _write_part(owner: models.Model, part: Part, block: Block) -> None:
    row = part.model(**{part.owner: owner})
    texts = {name: block.get(name, "") for name in part.fields}
    _fill(row, texts, f"{owner}, {part.name}")
    _write_parts(row, part.parts, block)
    if isinstance(row, Detail):
        row.write_sentence()


def _check_written(shape: Shape, written: list[tuple[Content, Block]]) -> None:
    """The rows must say just what their blocks say, or a second load would differ."""
    if not written:
        return
    rows = _rows(shape)
    for row, block in written:
        present = block_of(rows[row.key], shape)
        if present != block:
            odd = sorted(
                name for name in {*present, *block} if present.get(name) != block.get(name)
            )
            raise ContentError(
                f"{shape.name} {row.key}: write {', '.join(odd)} as "
                f"{[present.get(name) for name in odd]}."
            )


def _number(shape: Shape, blocks: list[Block]) -> None:
    """Passages stand in the order of their file."""
    if shape.model is not Passage:
        return
    places = {block["key"]: place for place, block in enumerate(blocks, start=1)}
    moved = []
    for passage in Passage.objects.filter(key__in=places):
        if passage.position != places[passage.key]:
            passage.position = places[passage.key]
            moved.append(passage)
    Passage.objects.bulk_update(moved, ["position"])


def _list_gone(
    shape: Shape, rows: dict[str, Content], blocks: list[Block], report: Report
) -> None:
    keys = {block["key"] for block in blocks}
    report.kept += [
        (f"{shape.name} {key}", GONE)
        for key, row in rows.items()
        if row.loaded_digest and key not in keys
    ]
