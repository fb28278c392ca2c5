"""How facts are drawn: which geometry of ``web.charts`` shows what of them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from facts.models import Fact
from parliament.aspects import CHOICE
from parliament.chambers.standing import Standing
from parliament.models import Composition, SeatPart, Way
from web.charts.hemicycle import Hemicycle, hemicycle
from web.charts.lanes import Lanes, Span, lanes
from web.charts.seat_block import SeatBlock, seat_block
from web.charts.steps import Level, Steps, steps

PATTERNS: dict[str, str] = {
    Way.COUNCILS: "solid",
    Way.APPOINTED: "ring",
    Way.ASSEMBLY: "target",
    Way.LIST: "solid",
    Way.DISTRICT: "pierced",
    Way.STATE_LIST: "ring",
    Way.ELECTED: "solid",
}
"""The pattern that tells a part of the seats apart without colour."""


def seat_chart(composition: Composition) -> Hemicycle | None:
    """The seats of a composition as a hemicycle; ``None`` where a part is unknown."""
    if not composition.is_summed:
        return None
    return hemicycle(
        [(PATTERNS[part.way], part.seats or 0) for part in composition.parts.all()]
    )


def number_chart(standing: Standing) -> Steps | None:
    """The seats of a chamber over time; ``None`` where fewer than two numbers are sure."""
    levels = [
        Level(fact.composition.seats, fact.period.start.latest, fact.period.end.earliest)
        for fact in standing.history
        if fact.composition.seats is not None
    ]
    if len(levels) < 2:
        return None
    pauses = [
        (fact.period.start.latest, fact.period.end.earliest)
        for fact in standing.dissolutions
    ]
    return steps(levels, standing.day, pauses)


def fact_lanes(facts: Iterable[Fact], until: date) -> Lanes[Fact]:
    """The periods of facts as lanes under one axis that holds ``until``."""
    return lanes(((fact, [span_of(fact)]) for fact in facts), until)


def span_of(fact: Fact) -> Span:
    """The four days of a fact's period."""
    start, end = fact.period.start, fact.period.end
    return Span(start.earliest, start.latest, end.earliest, end.latest)


ROUTES: dict[str, tuple[str | Promise, str | Promise]] = {
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

    ``rules`` holds the rule of the day, or every one that may have held where the sources
    do not settle it; ``seats`` is drawn unless it is unknown.
    """

    part: SeatPart
    who: str | Promise
    does: str | Promise
    seats: SeatBlock | None
    rules: list[Fact]


def seat_routes(standing: Standing) -> list[SeatRoute]:
    """The ways to the seats of a chamber on its day, in the order of its seats."""
    seats = standing.seats.fact or standing.law_with_seats
    if seats is None:
        return []
    return [
        SeatRoute(
            part,
            *ROUTES[part.way],
            seat_block(part.seats) if part.seats else None,
            standing.held_or_possible(CHOICE, part.way),
        )
        for part in seats.composition.parts.all()
    ]


def other_rules(standing: Standing) -> list[Fact]:
    """The rules on how members were chosen that no road to a seat shows."""
    shown = {rule for road in seat_routes(standing) for rule in road.rules}
    return [fact for fact in standing.choices if fact not in shown]
