"""The rules on members, fetched once for a whole page."""

from __future__ import annotations

from facts.aspects import any_of
from facts.held import held
from facts.models import Fact
from parliament.aspects import ASPECTS
from parliament.members.rules import KINDS, subjects_of_members


@held
def facts_on_members() -> list[Fact]:
    """Every published rule on members of any time, with sources, in order of time."""
    facts = (
        Fact.objects.published()
        .filter(any_of(KINDS), subject__key__in=subjects_of_members())
        .with_sources()
        .select_related("requirement", "subject__institution")
        .in_order()
    )
    return [fact for fact in facts if ASPECTS.is_complete(fact)]
