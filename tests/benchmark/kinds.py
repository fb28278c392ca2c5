"""The pages that are measured: one of each kind, and days to ask them for."""

from __future__ import annotations

from django.urls import reverse

from tests.test_every_page import ARGUMENTS, NO_HTML, names

DAYS = tuple(f"{year}-{day}" for year in range(1996, 2026) for day in ("01-17", "07-09"))
"""Days on which nothing special happened, most of them."""

THE_SAME_THREE = ("parliament:chamber-list", "parliament:power-list", "pages:timeline")
"""What a class opens at once: pages with much on them."""


def address_of(name: str) -> str:
    """The address of the first page of a kind."""
    return reverse(name, kwargs=ARGUMENTS.get(name, [{}])[0])


def kinds() -> list[str]:
    """The names of all kinds of HTML page."""
    return [name for name in names() if name not in NO_HTML]


def on_days(address: str, days: tuple[str, ...]) -> list[str]:
    """A page on each of these days."""
    return [f"{address}?on={day}" for day in days]
