"""Who led an institution on a day."""

from __future__ import annotations

from functools import cached_property

from facts.models import Fact
from parliament.aspects import CHAIR, DEPUTY_CHAIR, RULE_FOR_CHAIR
from parliament.chambers.facts_on_day import FactsOnDay


class Leaders:
    """The chair and the deputy chairs on a day, and how the chair was chosen."""

    def __init__(self, facts: FactsOnDay) -> None:
        self._facts = facts

    @cached_property
    def chair(self) -> list[Fact]:
        """Who chaired it on the day; several only where the sources leave it open."""
        return self._facts.held_or_possible(CHAIR)

    @cached_property
    def deputy_chairs(self) -> list[Fact]:
        """Who were its deputy chairs on the day for certain."""
        return self._facts.held(DEPUTY_CHAIR)

    @cached_property
    def rule_for_chair(self) -> Fact | None:
        """How its chair was chosen on the day."""
        return self._facts.first_held(RULE_FOR_CHAIR)
