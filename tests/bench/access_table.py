"""Who may open what, as the table in ``docs/bench.md`` says it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from django.conf import settings
from django.contrib import admin
from django.db.models import Model
from django.urls import URLResolver

from bench.changes.permissions import GROUPS

DOC = (settings.BASE_DIR / "docs" / "bench.md").read_text(encoding="utf-8")
NOBODY, STRANGER, NEWCOMER = "nobody", "not of the staff", "no group"
COLUMNS = (NOBODY, STRANGER, NEWCOMER, *GROUPS, "superuser")


@dataclass(frozen=True)
class Row:
    """A row of the table: an address, of what, how asked, and what everybody gets."""

    name: str
    what: str
    how: str
    gets: dict[str, str]

    def __str__(self) -> str:
        return ", ".join(filter(None, (self.name, self.what, self.how)))


def shown(app: str) -> list[type[Model]]:
    """The models of an app that the admin shows."""
    return [model for model in admin.site._registry if model._meta.app_label == app]


def names_in(cell: str) -> list[str]:
    """The addresses that a cell means: an asterisk stands for each model of an app."""
    name = cell.strip("`")
    app = re.match(r"(\w+?)[_/]\*", name)
    if app is None:
        return [name]
    return [name.replace("*", str(model._meta.model_name)) for model in shown(app[1])]


def table() -> Iterator[Row]:
    """The rows of the table in the document."""
    head = f"| address | of what | asked by | {' | '.join(COLUMNS)} |"
    for line in DOC[DOC.index(head) :].splitlines()[2:]:
        if not line.startswith("|"):
            return
        cells = [cell.strip() for cell in line.split("|")[1:-1]]
        gets = dict(zip(COLUMNS, cells[3:], strict=True))
        for name in names_in(cells[0]):
            for how in cells[2].split(", "):
                yield Row(name, cells[1], how, gets)


TABLE = list(table())


def patterns(resolver: URLResolver, at: str = "") -> Iterator[str]:
    """Every address below a resolver, by its name or else by its route."""
    for one in resolver.url_patterns:
        route = at + str(one.pattern)
        if isinstance(one, URLResolver):
            yield from patterns(one, route)
        else:
            yield one.name or route
