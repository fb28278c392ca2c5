"""The rules of this app's details that a database cannot hold."""

from __future__ import annotations

from collections.abc import Iterator

from facts.models import Fact
from facts.rules import Breach
from parliament.aspects import DETAILS, EXISTENCE, detail_of
from parliament.models import Composition, Institution
from parliament.structure import is_complete


def totals_are_not_typed_twice() -> Iterator[Breach]:
    """A composition with all parts known has no typed total: it is their sum."""
    for composition in Composition.objects.select_related("fact").prefetch_related("parts"):
        if composition.is_summed and composition.total is not None:
            yield Breach(composition.fact, "types a total that its parts give")
        if not composition.parts.all():
            yield Breach(composition.fact, "has a composition without parts")


def facts_have_their_details() -> Iterator[Breach]:
    """A fact whose aspect needs details carries them; else no page shows it."""
    for fact in Fact.objects.published().select_related(*DETAILS.values()):
        if not is_complete(fact):
            yield Breach(fact, f"lacks its details: {detail_of(fact.aspect)}")


def institutions_exist() -> Iterator[Breach]:
    """An institution has a fact on its existence, which dates its page."""
    for institution in Institution.objects.select_related("subject").exclude(
        subject__facts__in=Fact.objects.published().filter(aspect=EXISTENCE)
    ):
        yield Breach(
            institution.subject, "is an institution without a fact on its existence"
        )


MUSTS = (totals_are_not_typed_twice, facts_have_their_details)
"""Rules that no edit may break, not even for a day."""

RULES = (*MUSTS, institutions_exist)
