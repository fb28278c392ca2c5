"""What an editor is shown of where a row is used, each use with its address."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _

from content.usage import pages_that_show, rows_that_rest_on, title_of_row
from facts.models import Content


@dataclass(frozen=True)
class Usage:
    """A page or a row where something is used."""

    what: str
    title: str
    address: str


def usage_of(row: Content, today: date) -> list[Usage]:
    """The public pages that show ``row``, then the rows that rest on it."""
    pages = [
        Usage(_("page"), page.title, page.address) for page in pages_that_show(row, today)
    ]
    rows = [
        Usage(str(other._meta.verbose_name), title_of_row(other), bench_address(other))
        for other in rows_that_rest_on(row)
    ]
    return [*pages, *rows]


def bench_address(row: Content) -> str:
    """The address of the row on the bench."""
    name = f"admin:{row._meta.app_label}_{row._meta.model_name}_change"
    return reverse(name, args=[row.pk])
