"""What was written to rows of the content, in words: which field from what to what."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from django.db import models
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from content.serialisers import SERIALISERS, ContentKind, split_name
from facts.aspects import NOTE
from facts.blocks.blocks import Block
from facts.blocks.leaves import Leaf, LeafDifference, Path, differences, flat
from facts.blocks.serialiser import Part, Serialiser
from facts.localised import localised_in

Place = tuple[type[models.Model], str]
"""A model, and the name of one of its fields; of a list, the empty name."""


@dataclass(frozen=True)
class WrittenRow:
    """What a change makes a row say, and what the row said before; both as blocks.

    ``name`` has kind and key (``facts/senate-term-1998``). A row that was not there has
    nothing ``before``; ``replaced`` is the value whose place it then takes, if any.
    """

    name: str
    before: Block
    after: Block
    replaced: Block = field(default_factory=dict)

    @property
    def kind(self) -> str:
        """The kind of the row: ``facts``."""
        return split_name(self.name)[0]


@dataclass(frozen=True)
class FieldDifference:
    """One field that differs, in words; empty stands for nothing."""

    path: str
    label: str
    before: str
    after: str


@dataclass(frozen=True)
class RowDifference:
    """What a change does to one row."""

    name: str
    title: str
    is_new: bool
    lines: list[FieldDifference]

    @property
    def has_before(self) -> bool:
        """Whether it is read beside an older text: its own, or of the fact it follows."""
        return not self.is_new or any(line.before for line in self.lines)


def place_of(path: Path, serialiser: Serialiser) -> Place:
    """The model and field that a path leads to; a row of a list has no field."""
    model: type[models.Model] = serialiser.model
    parts: tuple[Part, ...] = serialiser.parts
    for step in path:
        part = next((part for part in parts if part.name == step), None)
        if part is None:
            return model, step
        model, parts = part.model, part.parts
        if not part.single:
            break
    return model, ""


def label_of(path: Path, serialiser: Serialiser) -> str:
    """What the form calls it: ``Years of office``, ``Citation``."""
    model, name = place_of(path, serialiser)
    field: Any = model._meta.get_field(name) if name else model._meta
    return capfirst(str(field.verbose_name))


class Titles:
    """The titles of rows that blocks name by their keys, fetched once for each kind."""

    def __init__(self, blocks: Iterable[tuple[str, Block]]) -> None:
        keys: dict[type[models.Model], set[str]] = defaultdict(set)
        for kind, block in blocks:
            serialiser = SERIALISERS[kind]
            for path, leaf in flat(block, serialiser).items():
                for model, key in _named(path, leaf, serialiser):
                    keys[model].add(key)
        self._titles = {
            (model, row.key): str(row)
            for model, named in keys.items()
            for row in _rows(model, named)
        }

    def of(self, model: type[models.Model], key: str) -> str:
        """The title of the row of this key, or the key where there is none."""
        return self._titles.get((model, key), key)

    def said(self, path: Path, leaf: Leaf | None, serialiser: Serialiser) -> str:
        """What stands at a path, as an editor or a reader would say it.

        Where nothing stands there, it is what is usual there; empty where nothing is.
        """
        if leaf is None:
            leaf = serialiser.usual.get(path[0], "") if len(path) == 1 else ""
            if not leaf:
                return ""
        model, name = place_of(path, serialiser)
        if isinstance(leaf, dict):
            texts = [self._text(model, field, str(text)) for field, text in leaf.items()]
            return " · ".join(texts)
        return self._text(model, name, leaf) if name else _("yes")

    def _text(self, model: type[models.Model], name: str, text: str) -> str:
        field: Any = model._meta.get_field(name)
        if field.is_relation:
            return self.of(field.related_model, text)
        return str(dict(field.flatchoices).get(text, text))


def _rows(model: type[models.Model], keys: set[str]) -> Iterable[Any]:
    rows = model._default_manager.filter(key__in=keys)
    names = {field.name for field in model._meta.fields}
    return rows.select_related("document") if "document" in names else rows


def _named(
    path: Path, leaf: Leaf, serialiser: Serialiser
) -> Iterable[tuple[type[models.Model], str]]:
    model, name = place_of(path, serialiser)
    texts = leaf if isinstance(leaf, dict) else {name: leaf} if name else {}
    for field_name, text in texts.items():
        field: Any = model._meta.get_field(field_name)
        if field.is_relation and text:
            yield field.related_model, str(text)


def titles_of_rows(rows: Iterable[WrittenRow]) -> Titles:
    """The titles of all rows that these name, before or after."""
    return Titles(
        (row.kind, block) for row in rows for block in (row.replaced, row.before, row.after)
    )


def row_difference(row: WrittenRow, titles: Titles) -> RowDifference:
    """What is written to one row, field by field."""
    serialiser = SERIALISERS[row.kind]
    # A new value is read beside the one that it takes the place of.
    compared = row.before or row.replaced
    leaves = differences(flat(compared, serialiser), flat(row.after, serialiser))
    return RowDifference(
        row.name,
        title_of(row.kind, row.after or row.before, titles),
        is_new=not row.before,
        lines=in_words(
            [leaf for leaf in leaves if leaf.path != ("key",)], serialiser, titles
        ),
    )


def in_words(
    leaves: Iterable[LeafDifference], serialiser: Serialiser, titles: Titles
) -> list[FieldDifference]:
    """Differences in words, but not that there are details where these follow."""
    lines = [_line_of(leaf, serialiser, titles) for leaf in leaves]
    paths = [line.path for line in lines]
    return [
        line
        for line in lines
        if not any(path.startswith(f"{line.path}/") for path in paths)
    ]


def _line_of(
    difference: LeafDifference, serialiser: Serialiser, titles: Titles
) -> FieldDifference:
    path = difference.path
    return FieldDifference(
        "/".join(path),
        label_of(path, serialiser),
        titles.said(path, difference.before, serialiser),
        titles.said(path, difference.after, serialiser),
    )


def title_of(kind: str, block: Block, titles: Titles) -> str:
    """What a row is about: ``Senate: term`` for a fact, else its own name.

    A passage is named by its place and a judgement by its speaker: their texts are long.
    """
    subject = titles.of(SERIALISERS[ContentKind.SUBJECT].model, block.get("subject", ""))
    if kind == ContentKind.FACT:
        aspect = NOTE.free_part(block.get("aspect", ""))
        return _joined(subject, aspect.replace("-", " "))
    if kind == ContentKind.ASSESSMENT:
        return _joined(localised_in(block, "speaker"), subject)
    if kind == ContentKind.PASSAGE and localised_in(block, "place"):
        document = titles.of(
            SERIALISERS[ContentKind.DOCUMENT].model, block.get("document", "")
        )
        return (
            f"{document}: {localised_in(block, 'section')}, {localised_in(block, 'place')}"
        )
    names = (localised_in(block, name) for name in ("question", "short_name", "name"))
    return next((str(name) for name in names if name), block.get("key", ""))


def _joined(what: str, more: str) -> str:
    """``what: more``; what is not there yet leaves no colon behind."""
    return ": ".join(text for text in (what, more) if text)
