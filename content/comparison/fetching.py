"""The facts that a comparison of two days lays beside one another."""

from __future__ import annotations

from datetime import date

from content.comparison.compare import Comparison, Thing, by_thing, compare
from facts.held import held
from facts.models import Fact


@held
def compared_facts() -> list[Fact]:
    """Every published fact with what a comparison reads of it, in a few queries."""
    facts = Fact.objects.published().with_sentences().select_related("power")
    return list(facts.in_order())


@held
def things_compared() -> dict[Thing, list[Fact]]:
    """The same, by what they exclude each other on."""
    return by_thing(compared_facts())


@held
def comparison_of(first: date, second: date) -> Comparison:
    """What changed from ``first`` to ``second``, which is not before it."""
    return compare(things_compared(), first, second)
