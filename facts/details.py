"""Which typed details a fact needs: its aspect, or the start of it, says so."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from facts.models import Fact
from facts.rules import Breach


def detail_of(aspect: str, details: Mapping[str, str]) -> str:
    """The name of the details that a fact of ``aspect`` needs; empty if none.

    ``details`` names them by aspect, or by the start of an aspect with its hyphen.
    """
    for start, detail in details.items():
        if aspect == start or (start.endswith("-") and aspect.startswith(start)):
            return detail
    return ""


def without_details(details: Mapping[str, str]) -> Iterator[Breach]:
    """Published facts that lack the details which their aspect needs."""
    for fact in Fact.objects.published().select_related(*set(details.values())):
        needed = detail_of(fact.aspect, details)
        if needed and getattr(fact, needed, None) is None:
            yield Breach(fact, f"lacks its details: {needed}")
