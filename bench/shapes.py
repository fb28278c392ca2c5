"""The rows that a change may be of: their shapes by kind."""

from __future__ import annotations

from facts.blocks.serialiser import Serialiser
from facts.models import Content
from pages.content import FOLDERS

SHAPES: dict[str, Serialiser] = {
    shape.name: shape for folder in FOLDERS for shape in (folder.head, *folder.inside)
}


def kind_of(row: Content) -> str:
    """The kind of a row: ``facts`` for a fact."""
    return next(name for name, shape in SHAPES.items() if isinstance(row, shape.model))


def split_name(name: str) -> tuple[str, str]:
    """Kind and key of a row by its name: ``facts/senate-term-1998``."""
    kind, _slash, key = name.partition("/")
    return kind, key


def ordered(names: list[str]) -> list[str]:
    """Names in the order in which their rows may be written: passages before facts."""
    kinds = list(SHAPES)
    return sorted(names, key=lambda name: kinds.index(split_name(name)[0]))
