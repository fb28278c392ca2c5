"""The rules of this app's details that a database cannot hold."""

from __future__ import annotations

from collections.abc import Iterator

from facts.models import Fact
from parliament.aspects import DETAILS, EXISTENCE, detail_of
from parliament.models import Composition, Institution
from parliament.structure import is_complete


def totals_are_not_typed_twice() -> Iterator[str]:
    """A composition with all parts known has no typed total: it is their sum."""
    for composition in Composition.objects.prefetch_related("parts"):
        if composition.is_summed and composition.total is not None:
            yield f"composition of {composition.fact} types a total that its parts give"
        if not composition.parts.all():
            yield f"composition of {composition.fact} has no parts"


def facts_have_their_details() -> Iterator[str]:
    """A fact whose aspect needs details carries them; else no page shows it."""
    for fact in Fact.objects.published().select_related(*DETAILS.values()):
        if not is_complete(fact):
            yield f"fact {fact.key} lacks its details: {detail_of(fact.aspect)}"


def institutions_exist() -> Iterator[str]:
    """An institution has a fact on its existence, which dates its page."""
    for institution in Institution.objects.exclude(
        subject__facts__in=Fact.objects.published().filter(aspect=EXISTENCE)
    ):
        yield f"institution {institution} has no fact on its existence"


MUSTS = (totals_are_not_typed_twice, facts_have_their_details)
"""Rules that no edit may break, not even for a day."""

RULES = (*MUSTS, institutions_exist)
