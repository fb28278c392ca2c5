"""The rules of this app's details that a database cannot hold."""

from __future__ import annotations

from collections.abc import Iterator

from django.db.models import Q

from facts.models import Fact
from facts.rules import Breach
from parliament.aspects import EXISTENCE
from parliament.models import Composition, Institution


def totals_are_not_typed_twice() -> Iterator[Breach]:
    """A composition with all parts known has no typed total: it is their sum."""
    for composition in Composition.objects.select_related("fact").prefetch_related("parts"):
        if composition.is_summed and composition.total is not None:
            yield Breach(composition.fact, "types a total that its parts give")
        if not composition.parts.all():
            yield Breach(composition.fact, "has a composition without parts")


def terms_and_requirements_have_members() -> Iterator[Breach]:
    """Terms and requirements are of an institution, which says who its members are."""
    of_members = Q(term__isnull=False) | Q(requirement__isnull=False)
    lost = Fact.objects.published().filter(of_members, subject__institution=None)
    for fact in lost:
        yield Breach(fact, "is about members of what is no institution")


def institutions_exist() -> Iterator[Breach]:
    """An institution has a fact on its existence, which dates its page."""
    for institution in Institution.objects.select_related("subject").exclude(
        subject__facts__in=Fact.objects.published().filter(EXISTENCE.query())
    ):
        yield Breach(
            institution.subject, "is an institution without a fact on its existence"
        )


MUSTS = (
    totals_are_not_typed_twice,
    terms_and_requirements_have_members,
)
"""Rules that no edit may break, not even for a day."""

RULES = (*MUSTS, institutions_exist)
