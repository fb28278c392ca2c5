"""Which typed details a fact needs: its aspect, or the start of it, says so."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from django.db.models import Q

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
    for start, detail in details.items():
        of_aspect = Q(aspect__startswith=start) if start.endswith("-") else Q(aspect=start)
        # Only those that lack them: to join all details to all facts takes PostgreSQL
        # most of a second.
        for fact in Fact.objects.published().filter(of_aspect, **{detail: None}):
            yield Breach(fact, f"lacks the details that its aspect needs: {detail}")
