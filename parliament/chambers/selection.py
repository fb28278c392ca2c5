"""How the members of an institution came to their seats on a day."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from facts.models import Fact
from parliament.aspects import CHOICE
from parliament.chambers.facts_on_day import FactsOnDay
from parliament.chambers.seats import Seats
from parliament.models import SeatPart, Way
from web.charts.seat_block import SeatBlock, seat_block

ACTS_OF_CHOICE: dict[str, tuple[str | Promise, str | Promise]] = {
    Way.COUNCILS: (_("Local councils of the regions and cities"), _("elect")),
    Way.APPOINTED: (_("The President"), _("appoints")),
    Way.ASSEMBLY: (_("The Assembly of People"), _("chooses")),
    Way.LIST: (_("Voters of the whole country"), _("vote for a party list")),
    Way.DISTRICT: (_("Voters of one district"), _("vote for a candidate")),
    Way.STATE_LIST: (_("Voters"), _("choose from the President’s list")),
    Way.ELECTED: (_("Voters"), _("elect")),
}
"""Who fills the seats of each way, and what they do; the rule of the day says the rest."""


@dataclass(frozen=True)
class SeatRoute:
    """How a member comes to a seat: who decides, what they do, and to how many seats.

    ``seats`` is drawn unless their number is unknown. ``rules`` holds the rule of the day,
    or every one that may have held where the sources do not settle it.
    """

    part: SeatPart
    who: str | Promise
    does: str | Promise
    seats: SeatBlock | None
    rules: list[Fact]


class Selection:
    """The ways to the seats on a day, and the rules on them."""

    def __init__(self, facts: FactsOnDay, seats: Seats) -> None:
        """``seats`` are those of the same facts and day."""
        self._facts = facts
        self._seats = seats

    @cached_property
    def routes(self) -> list[SeatRoute]:
        """The ways to the seats, in the order of the seats; empty where these are unknown.

        Without members chosen, the seats are those in law.
        """
        fact = self._seats.fact_or_law
        if fact is None:
            return []
        return [
            SeatRoute(
                part,
                *ACTS_OF_CHOICE[part.way],
                seat_block(part.seats) if part.seats else None,
                self._rules_on(part.way),
            )
            for part in fact.composition.parts.all()
        ]

    def _rules_on(self, way: str) -> list[Fact]:
        """The rule on one way, or all that may have held where that is not settled."""
        rules = [
            fact
            for fact in self._facts.possible(CHOICE)
            if CHOICE.free_part(fact.aspect) == way
        ]
        held = [fact for fact in rules if fact.period.is_certain(self._facts.day)]
        return held or rules

    @cached_property
    def rules(self) -> list[Fact]:
        """The rules that held for certain: in the order of the seats, then the others."""
        fact = self._seats.fact
        parts = fact.composition.parts.all() if fact else []
        order = [CHOICE.with_part(part.way) for part in parts]
        return sorted(
            self._facts.held(CHOICE),
            key=lambda rule: (
                order.index(rule.aspect) if rule.aspect in order else len(order)
            ),
        )

    @cached_property
    def other_rules(self) -> list[Fact]:
        """The rules that held for certain and that no route to a seat shows."""
        shown = {rule for route in self.routes for rule in route.rules}
        return [fact for fact in self.rules if fact not in shown]
