"""A change in words: which fields of which rows it sets from what to what."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db import models
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from bench.merging import HEAD, Difference, Leaf, Path, differences, flat
from bench.models import Change, Kind
from bench.shapes import SHAPES, split_name
from facts.blocks.serialiser import Part, Serialiser

Place = tuple[type[models.Model], str]
"""A model, and the name of one of its fields; of a list, the empty name."""


@dataclass(frozen=True)
class Line:
    """One field that differs, in words; empty stands for nothing."""

    path: str
    label: str
    before: str
    after: str


@dataclass(frozen=True)
class RowLines:
    """What a change does to one row."""

    name: str
    title: str
    is_new: bool
    lines: list[Line]

    @property
    def has_before(self) -> bool:
        """Whether it is read beside an older text: its own, or of the fact it follows."""
        return not self.is_new or any(line.before for line in self.lines)


def place_of(path: Path, shape: Serialiser) -> Place:
    """The model and field that a path leads to; a row of a list has no field."""
    if path in HEAD:
        return Change, path[0]
    model: type[models.Model] = shape.model
    parts: tuple[Part, ...] = shape.parts
    for step in path:
        part = next((one for one in parts if one.name == step), None)
        if part is None:
            return model, step
        model, parts = part.model, part.parts
        if not part.single:
            break
    return model, ""


def label_of(path: Path, shape: Serialiser) -> str:
    """What the form calls it: ``Years of office``, ``Citation``."""
    model, name = place_of(path, shape)
    field: Any = model._meta.get_field(name) if name else model._meta
    return capfirst(str(field.verbose_name))


class Titles:
    """The titles of rows that blocks name by their keys, fetched once for each kind."""

    def __init__(self, blocks: Iterable[tuple[str, dict[str, Any]]]) -> None:
        keys: dict[type[models.Model], set[str]] = defaultdict(set)
        for kind, block in blocks:
            shape = SHAPES[kind]
            for path, leaf in flat(block, shape).items():
                for model, key in _named(path, leaf, shape):
                    keys[model].add(key)
        self._found = {
            (model, row.key): str(row)
            for model, wanted in keys.items()
            for row in _rows(model, wanted)
        }

    def of(self, model: type[models.Model], key: str) -> str:
        """The title of the row of this key, or the key where there is none."""
        return self._found.get((model, key), key)

    def said(self, path: Path, leaf: Leaf | None, shape: Serialiser) -> str:
        """What stands at a path, as an editor or a reader would say it."""
        if leaf is None:
            leaf = shape.usual.get(path[0], "") if len(path) == 1 else ""
            if not leaf:
                return ""
        model, name = place_of(path, shape)
        if isinstance(leaf, dict):
            texts = [self._text(model, one, str(text)) for one, text in leaf.items()]
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
    path: Path, leaf: Leaf, shape: Serialiser
) -> Iterable[tuple[type[models.Model], str]]:
    model, name = place_of(path, shape)
    texts = leaf if isinstance(leaf, dict) else {name: leaf} if name else {}
    for one, text in texts.items():
        field: Any = model._meta.get_field(one)
        if field.is_relation and text:
            yield field.related_model, str(text)


def lines_of(change: Change, titles: Titles) -> list[RowLines]:
    """What a change does, row by row, its target first."""
    names = [change.name, *change.beside]
    return [_row_lines(change, name, titles) for name in names]


def titles_of(changes: Iterable[Change]) -> Titles:
    """The titles of all rows that these changes name."""
    return Titles(block for change in changes for block in _blocks_of(change))


def _blocks_of(change: Change) -> Iterable[tuple[str, dict[str, Any]]]:
    yield Kind.FACT, change.replaced
    for name, after in change.blocks.items():
        kind, _key = split_name(name)
        yield kind, change.before(name)
        yield kind, after


def _row_lines(change: Change, name: str, titles: Titles) -> RowLines:
    kind, _key = split_name(name)
    shape = SHAPES[kind]
    before, after = change.before(name), change.blocks[name]
    # A new value is read beside the one that it takes the place of.
    compared = before or (change.replaced if name == change.name else {})
    found = differences(flat(compared, shape), flat(after, shape))
    return RowLines(
        name,
        title_of(kind, after or before, titles),
        is_new=not before,
        lines=in_words([one for one in found if one.path != ("key",)], shape, titles),
    )


def in_words(found: Iterable[Difference], shape: Serialiser, titles: Titles) -> list[Line]:
    """Differences in words, but not that there are details where these follow."""
    lines = [_line_of(one, shape, titles) for one in found]
    paths = [line.path for line in lines]
    return [
        line
        for line in lines
        if not any(path.startswith(f"{line.path}/") for path in paths)
    ]


def _line_of(difference: Difference, shape: Serialiser, titles: Titles) -> Line:
    path = difference.path
    return Line(
        "/".join(path),
        label_of(path, shape),
        titles.said(path, difference.before, shape),
        titles.said(path, difference.after, shape),
    )


def heading(change: Change, titles: Titles) -> str:
    """What is done, and to what: ``Corrected: Senate: term``."""
    about = title_of(change.kind, change.block, titles)
    return f"{change.get_aim_display()}: {about or change.get_kind_display()}"


def title_of(kind: str, block: dict[str, Any], titles: Titles) -> str:
    """What a row is about: ``Senate: term`` for a fact, else its own name.

    A passage is named by its place and a judgement by its speaker: their texts are long.
    """
    subject = titles.of(SHAPES[Kind.SUBJECT].model, block.get("subject", ""))
    if kind == Kind.FACT:
        return _joined(subject, block.get("aspect", "").replace("-", " "))
    if kind == Kind.ASSESSMENT:
        return _joined(block.get("speaker_en", ""), subject)
    if kind == Kind.PASSAGE and block.get("place_en"):
        document = titles.of(SHAPES[Kind.DOCUMENT].model, block.get("document", ""))
        return f"{document}: {block.get('section_en', '')}, {block['place_en']}"
    names = ("question_en", "short_name_en", "name_en")
    return str(next((block[one] for one in names if block.get(one)), block.get("key", "")))


def _joined(what: str, more: str) -> str:
    """``what: more``; what is not there yet leaves no colon behind."""
    return ": ".join(text for text in (what, more) if text)
