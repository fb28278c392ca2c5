"""The one place that writes content: rows from blocks.

``facts.blocks.loading`` writes founding content from the fixtures, publishing writes
reviewed changes; both come here. See ``facts.guard`` for what keeps everybody else out.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.core.exceptions import ObjectDoesNotExist, ValidationError
from django.db import IntegrityError, models, transaction

from facts.blocks.blocks import Block, ContentError, block_of
from facts.blocks.serialiser import Part, Serialiser
from facts.models import Content, Passage

ROWS_AT_ONCE = 500
"""Rows that are asked for at once: a database takes so many names in one query, not any."""


def rows_of(serialiser: Serialiser, *keys: str) -> dict[str, Content]:
    """Rows by key, with all that a block needs: those of ``keys``, or else every one."""
    rows = serialiser.model._default_manager.prefetch_related(*serialiser.prefetches())
    asked = rows.filter(key__in=keys) if keys else rows
    return {row.key: row for row in asked.iterator(chunk_size=ROWS_AT_ONCE)}


def block_now(serialiser: Serialiser, key: str) -> Block:
    """The present block of the row called ``key``; empty where there is none."""
    row = rows_of(serialiser, key).get(key)
    return block_of(row, serialiser) if row else {}


def write(serialiser: Serialiser, block: Block) -> Content:
    """Make the row of this key say what ``block`` says, and return it.

    A row that is there goes up by one version. Raises ``ContentError`` where the block
    names a row that does not exist or holds a value that its column refuses.
    """
    row = serialiser.model._default_manager.filter(key=block["key"]).first()
    if row is None:
        row = serialiser.model()
    else:
        row.version += 1
    if isinstance(row, Passage) and not row.position:
        row.position = _next_place(block["document"])
    named = NamedRows()
    write_row(serialiser, row, block, named)
    replace_parts(row, serialiser.parts, block, named)
    check_written(serialiser, [(row, block)])
    return row


def _next_place(document: str) -> int:
    last = Passage.objects.filter(document__key=document).aggregate(
        last=models.Max("position")
    )
    return (last["last"] or 0) + 1


class NamedRows:
    """The rows that blocks name by their keys, each read once however often it is named.

    ``at_once`` reads all rows of a model when the first of them is named: for loading,
    which names nearly all.
    """

    def __init__(self, *, at_once: bool = False) -> None:
        self._at_once = at_once
        self._rows: dict[type[models.Model], dict[str, models.Model]] = {}

    def get(self, model: type[models.Model], key: str) -> models.Model:
        """The row of a key; raises ``ValueError``, in words, where there is none."""
        if model not in self._rows:
            every: Iterable[Any] = model._default_manager.all() if self._at_once else ()
            self._rows[model] = {row.key: row for row in every}
        rows = self._rows[model]
        if key not in rows:  # or it was written since
            rows[key] = _named(model, key)
        return rows[key]


def write_row(serialiser: Serialiser, row: Content, block: Block, named: NamedRows) -> None:
    """Set a row's own columns from its block, without its parts, and save it."""
    texts = {
        name: block.get(name, serialiser.usual.get(name, "")) for name in serialiser.fields
    }
    _fill(row, texts, f"{serialiser.name} {block['key']}", named)


def _fill(row: models.Model, texts: dict[str, str], where: str, named: NamedRows) -> None:
    """Set the columns from their texts and save; raises ``ContentError``."""
    try:
        for name, text in texts.items():
            _set(row, name, text, named)
        row.clean_fields(exclude=_surely_right(row))
        row.clean()
        with transaction.atomic():
            row.save()
    except ValidationError as error:
        raise ContentError(f"{where}: {' '.join(error.messages)}") from error
    except ValueError as error:
        raise ContentError(f"{where}: {error}") from error
    except IntegrityError as error:
        raise ContentError(f"{where}: {_broken(row) or error}") from error


def _broken(row: models.Model) -> str:
    """The constraint that a row breaks, in words; the database only gives its name."""
    try:
        row.validate_constraints()
    except ValidationError as error:
        return " ".join(error.messages)
    return ""


def _surely_right(row: models.Model) -> set[str]:
    """Columns that nobody types, and rows named by their key, which were just found."""
    return {
        column.name
        for column in row._meta.fields
        if not column.editable or (column.is_relation and getattr(row, column.attname))
    }


def _set(row: models.Model, name: str, text: str, named: NamedRows) -> None:
    column: Any = row._meta.get_field(name)
    if column.is_relation:
        setattr(row, name, named.get(column.related_model, text) if text else None)
    elif isinstance(column, models.BooleanField):
        setattr(row, name, text == "yes")
    else:
        empty = None if column.null else ""
        setattr(row, name, column.to_python(text) if text else empty)


def _named(model: type[models.Model], key: str) -> models.Model:
    try:
        return model._default_manager.get(key=key)
    except ObjectDoesNotExist as error:
        name = model._meta.verbose_name
        raise ValueError(f"there is no {name} called “{key}”.") from error


def replace_parts(
    row: models.Model, parts: Iterable[Part], block: Block, named: NamedRows
) -> None:
    """Replace all that belongs to a row by what its block says."""
    for part in parts:
        part.model._default_manager.filter(**{part.owner: row}).delete()
    write_parts(row, parts, block, named)


def write_parts(
    row: models.Model, parts: Iterable[Part], block: Block, named: NamedRows
) -> None:
    """Write all that belongs to a row which has nothing yet."""
    for part in parts:
        inside = block.get(part.name, [])
        # Details are one block, which may be without any text; a list has its rows.
        for written in [inside] if isinstance(inside, dict) else inside:
            _write_part(row, part, written, named)


def _write_part(owner: models.Model, part: Part, block: Block, named: NamedRows) -> None:
    row = part.model(**{part.owner: owner})
    texts = {name: block.get(name, "") for name in part.fields}
    _fill(row, texts, f"{owner}, {part.name}", named)
    write_parts(row, part.parts, block, named)


def check_written(serialiser: Serialiser, written: list[tuple[Content, Block]]) -> None:
    """The rows must say just what their blocks say, or a second load would differ.

    Raises ``ContentError`` where one does not.
    """
    for first in range(0, len(written), ROWS_AT_ONCE):
        some = written[first : first + ROWS_AT_ONCE]
        rows = rows_of(serialiser, *(row.key for row, _block in some))
        for row, block in some:
            _require_same(serialiser, row.key, block_of(rows[row.key], serialiser), block)


def _require_same(serialiser: Serialiser, key: str, present: Block, block: Block) -> None:
    if present == block:
        return
    odd = sorted(
        name for name in {*present, *block} if present.get(name) != block.get(name)
    )
    raise ContentError(
        f"{serialiser.name} {key}: write {', '.join(odd)} as "
        f"{[present.get(name) for name in odd]}."
    )
