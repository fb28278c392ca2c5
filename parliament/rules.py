"""The rules of this app's details that a database cannot hold."""

from __future__ import annotations

from collections.abc import Iterator

from facts.models import Fact
from parliament.aspects import COMPOSITION, EXISTENCE
from parliament.models import Composition, Institution


def totals_are_not_typed_twice() -> Iterator[str]:
    """A composition with all parts known has no typed total: it is their sum."""
    for composition in Composition.objects.prefetch_related("parts"):
        if composition.is_summed and composition.total is not None:
            yield f"composition of {composition.fact} types a total that its parts give"
        if not composition.parts.all():
            yield f"composition of {composition.fact} has no parts"


def compositions_have_details() -> Iterator[str]:
    """A fact about the composition of a chamber carries the seats."""
    facts = Fact.objects.published().filter(aspect=COMPOSITION, composition__isnull=True)
    for fact in facts:
        yield f"fact {fact.key} is about a composition but has no seats"


def institutions_exist() -> Iterator[str]:
    """An institution has a fact on its existence, which dates its page."""
    for institution in Institution.objects.exclude(subject__facts__aspect=EXISTENCE):
        yield f"institution {institution} has no fact on its existence"


RULES = (totals_are_not_typed_twice, compositions_have_details, institutions_exist)
