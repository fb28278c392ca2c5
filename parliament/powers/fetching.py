"""The facts about powers, fetched once for a whole page."""

from __future__ import annotations

from django.db.models import Q

from facts.aspects import NOTE
from facts.held import held
from facts.models import Disagreement, Fact, Subject, Topic
from parliament.aspects import ASPECTS, POWER


@held
def all_powers() -> list[Fact]:
    """Every published power of any time, with sources, in order of time."""
    return _fetched(POWER.query())


@held
def facts_on_power(key: str) -> list[Fact]:
    """Every published fact on one power: how it was used, and what else is told of it.

    ``key`` is that of its subject; the list is empty where no power has it.
    """
    return _fetched(POWER.query() | NOTE.query(), subject__key=key)


@held
def disagreements_on_power(power: Subject) -> list[Disagreement]:
    """The questions about a power, and those that a fact on it settles."""
    history = Fact.objects.published().filter(POWER.query(), subject=power)
    about = Q(claims__fact__in=history) | Q(subject=power)
    return list(Disagreement.objects.published().filter(about).distinct())


def _fetched(kinds: Q, **filters: str) -> list[Fact]:
    facts = (
        Fact.objects.published()
        .filter(kinds, subject__topic=Topic.POWERS, **filters)
        .with_sources()
        .select_related("power")
        .in_order()
    )
    return [fact for fact in facts if ASPECTS.is_complete(fact)]
