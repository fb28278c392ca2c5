"""Long lists in pages, by the ``page`` of an address."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import HttpRequest

if TYPE_CHECKING:
    from django.core.paginator import Page


def shown_page(
    request: HttpRequest,
    rows: Sequence[Any] | QuerySet[Any],
    on_a_page: int,
    number: int = 0,
) -> Page[Any]:
    """The page of the rows that the address asks for, or that of ``number``, from 1.

    The first where the address asks for what is no number, the last for one too high.
    """
    return Paginator(rows, on_a_page).get_page(number or request.GET.get("page"))


def numbers_shown(page: Page[Any]) -> list[int | str]:
    """The numbers that the links of a page show: those near it and at both ends.

    ``Paginator.ELLIPSIS`` stands for those left out.
    """
    return list(page.paginator.get_elided_page_range(page.number))
