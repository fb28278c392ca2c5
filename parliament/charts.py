"""How facts are drawn: which geometry of ``web.charts`` shows what of them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from facts.models import Fact
from parliament.models import Composition, Way
from web.charts.hemicycle import Hemicycle, hemicycle
from web.charts.lanes import Lanes, Span, lanes
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


def number_chart(
    compositions: Iterable[Fact], dissolutions: Iterable[Fact], day: date
) -> Steps | None:
    """The seats of a chamber over time, with ``day`` marked on them.

    Takes its compositions in order of time. ``None`` where fewer than two of them have a
    settled number.
    """
    levels = [
        Level(fact.composition.seats, fact.period.start.latest, fact.period.end.earliest)
        for fact in compositions
        if fact.composition.seats is not None
    ]
    if len(levels) < 2:
        return None
    pauses = [(fact.period.start.latest, fact.period.end.earliest) for fact in dissolutions]
    return steps(levels, day, pauses)


def fact_lanes(facts: Iterable[Fact], day: date) -> Lanes[Fact]:
    """The periods of facts as lanes under one axis that holds ``day``.

    What held on ``day`` for certain is marked.
    """
    rows = [(fact, [span_of(fact)]) for fact in facts]
    held = {fact for fact, _spans in rows if fact.period.is_certain(day)}
    return lanes(rows, day, marked=held)


def span_of(fact: Fact) -> Span:
    """The four days of a fact's period."""
    start, end = fact.period.start, fact.period.end
    return Span(start.earliest, start.latest, end.earliest, end.latest)
