"""The facts that a comparison of two days lays beside one another."""

from __future__ import annotations

from facts.held import held
from facts.models import Fact


@held
def compared_facts() -> list[Fact]:
    """Every published fact with what a comparison reads of it, in a few queries."""
    facts = Fact.objects.published().with_sentences().select_related("power")
    return list(facts.in_order())
