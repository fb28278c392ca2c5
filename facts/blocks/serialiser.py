"""How rows of the content stand in the fixtures: the types in which each app says so."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.db import models

from facts.models import Content


@dataclass(frozen=True)
class Part:
    """Rows that belong to a content row and are written inside its block.

    ``name`` is both the key in the block and the accessor on the row that owns them;
    ``owner`` is the foreign key that points back. ``single`` marks one-to-one details.
    ``aspects`` are the aspects whose facts may have it; any, where empty.
    """

    name: str
    model: type[models.Model]
    owner: str
    fields: tuple[str, ...]
    sort: tuple[str, ...] = ()
    single: bool = False
    parts: tuple[Part, ...] = ()
    aspects: tuple[str, ...] = ()

    def may_be_in(self, block: Mapping[str, Any]) -> bool:
        """Whether the row of ``block`` may have it: it has it now, or its aspect may."""
        is_free = not self.aspects or block.get("aspect") in self.aspects
        return is_free or self.name in block


@dataclass(frozen=True)
class Serialiser:
    """How the rows of one content model are written as blocks."""

    name: str
    model: type[Content]
    fields: tuple[str, ...]
    parts: tuple[Part, ...] = ()
    usual: Mapping[str, str] = field(default_factory=dict)

    def prefetches(self) -> list[str]:
        """What to prefetch so that writing a block asks no further query."""
        return list(_lookups(self.fields, self.model, self.parts, prefix=""))


def _lookups(
    fields: Iterable[str],
    model: type[models.Model],
    parts: Iterable[Part],
    prefix: str,
) -> Iterable[str]:
    for name in fields:
        if model._meta.get_field(name).is_relation:
            yield prefix + name
    for part in parts:
        yield prefix + part.name
        yield from _lookups(part.fields, part.model, part.parts, f"{prefix}{part.name}__")


@dataclass(frozen=True)
class Folder:
    """A folder of fixtures: one file per ``head`` row, with what belongs to it.

    ``link`` is the field by which the rows inside point at the head; the file implies
    it, so it is not written.
    """

    name: str
    head: Serialiser
    inside: tuple[Serialiser, ...]
    link: str
