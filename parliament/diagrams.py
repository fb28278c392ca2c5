"""How a composition is drawn: which pattern tells which part of the seats."""

from __future__ import annotations

from parliament.models import Composition, Way
from web.charts.hemicycle import Hemicycle, hemicycle

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
