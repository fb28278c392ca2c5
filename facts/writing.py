"""The one place that writes content: rows from blocks.

``facts.loading`` writes founding content from the fixtures, publishing writes reviewed
changes; both come here. See ``facts.guard`` for what keeps everybody else out.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.core.exceptions import ValidationError
from django.db import IntegrityError, models, transaction

from facts.content import Block, ContentError, Part, Shape, block_of
from facts.models import Content, Detail, Fact, Passage


def rows_of(shape: Shape, *keys: str) -> dict[str, Content]:
    """Rows by key, with all that a block needs: those of ``keys``, or else every one."""
    found = shape.model._default_manager.prefetch_related(*shape.prefetches())
    return {row.key: row for row in (found.filter(key__in=keys) if keys else found)}


def block_now(shape: Shape, key: str) -> Block:
    """The present block of the row called ``key``; empty where there is none."""
    row = rows_of(shape, key).get(key)
    return block_of(row, shape) if row else {}


def write(shape: Shape, block: Block) -> Content:
    """Make the row of this key say what ``block`` says, and return it.

    A row that is there goes up by one version. Raises ``ContentError`` where the block
    names a row that does not exist or holds a value that its column refuses.
    """
    row = shape.model._default_manager.filter(key=block["key"]).first()
    if row is None:
        row = shape.model()
    else:
        row.version += 1
    if isinstance(row, Passage) and not row.position:
        row.position = _next_place(block["document"])
    write_row(shape, row, block)
    write_parts(row, shape.parts, block)
    check_written(shape, [(row, block)])
    return row


def _next_place(document: str) -> int:
    last = Passage.objects.filter(document__key=document).aggregate(
        last=models.Max("position")
    )
    return (last["last"] or 0) + 1


def write_row(shape: Shape, row: Content, block: Block) -> None:
    """Set a row's own columns from its block, without its parts, and save it."""
    texts = {name: block.get(name, shape.usual.get(name, "")) for name in shape.fields}
    _fill(row, texts, f"{shape.name} {block['key']}")


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


def write_parts(row: models.Model, parts: Iterable[Part], block: Block) -> None:
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
    write_parts(row, part.parts, block)
    if isinstance(row, Detail):
        # Kept on the fact, where lists and search read it.
        Fact.objects.filter(pk=row.fact.pk).update(made_sentence_en=row.sentence())


def check_written(shape: Shape, written: list[tuple[Content, Block]]) -> None:
    """The rows must say just what their blocks say, or a second load would differ.

    Raises ``ContentError`` where one does not.
    """
    if not written:
        return
    rows = rows_of(shape, *(row.key for row, _block in written))
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
