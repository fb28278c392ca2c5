"""What the sources tell of an institution through time."""

from __future__ import annotations

from functools import cached_property

from facts.aspects import OPEN_QUESTION
from facts.models import Fact
from parliament.aspects import (
    ALONE,
    CHAIR,
    COMPOSITION,
    CONVOCATION,
    DEPUTY_CHAIR,
    DISSOLVED,
    FIRST_SITTING,
    SUCCESSION,
)
from parliament.chambers.facts_on_day import FactsOnDay
from parliament.charts import number_chart
from web.charts.steps import Steps


class History:
    """All that an institution was and had, each in order of time."""

    def __init__(self, facts: FactsOnDay) -> None:
        self._facts = facts

    @cached_property
    def compositions(self) -> list[Fact]:
        """How many seats it had, and how they were filled."""
        return self._facts.of(COMPOSITION)

    @cached_property
    def chart(self) -> Steps | None:
        """Its seats over time, with the day marked; ``None`` below two sure numbers."""
        return number_chart(self.compositions, self.dissolutions, self._facts.day)

    @cached_property
    def convocations(self) -> list[Fact]:
        """Its runs from election to election."""
        return self._facts.of(CONVOCATION)

    @cached_property
    def chairs(self) -> list[Fact]:
        """All who chaired it."""
        return self._facts.of(CHAIR)

    @cached_property
    def deputy_chairs(self) -> list[Fact]:
        """All its deputy chairs."""
        return self._facts.of(DEPUTY_CHAIR)

    @cached_property
    def first_sittings(self) -> list[Fact]:
        """The days on which newly chosen members first met."""
        return self._facts.of(FIRST_SITTING)

    @cached_property
    def dissolutions(self) -> list[Fact]:
        """The stretches between a dissolution and the next election."""
        return self._facts.of(DISSOLVED)

    @cached_property
    def spells_alone(self) -> list[Fact]:
        """When it adopted laws without the other chamber."""
        return self._facts.of(ALONE)

    @cached_property
    def successions(self) -> list[Fact]:
        """What took its place."""
        return self._facts.of(SUCCESSION)

    @cached_property
    def gaps(self) -> list[Fact]:
        """What the sources leave open of it, on any day."""
        return self._facts.of(OPEN_QUESTION)
