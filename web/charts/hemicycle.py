"""Where the seats of a hemicycle stand: geometry only, the markup is a template's.

The geometry comes from ``parliamentarch``. The canvas is 400 wide; y points down, as in
SVG. Seats fill it in wedges from left to right, so that a group is one block.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import cos, sin

from parliamentarch import geometry

WIDTH = 400
RADIUS = 180
CENTRE_X = WIDTH / 2
CENTRE_Y = RADIUS + 24
HEIGHT = CENTRE_Y + 8
GAP = 0.78
"""How much of the room for a seat its disc fills."""


@dataclass(frozen=True)
class Wedge:
    """The seats of one group: an SVG path of points, and the pattern they carry.

    Each seat is a stroke of no length with round ends (``M1 2h0``), so that one short
    path draws a group, and a second, thinner stroke over it makes a pattern.
    """

    pattern: str
    path: str
    count: int


@dataclass(frozen=True)
class Spoke:
    """A line between two groups, from the hub to the ring."""

    x1: float
    y1: float
    x2: float
    y2: float


@dataclass(frozen=True)
class Hemicycle:
    """A drawn chamber: its wedges, the spokes between them, and the size of a seat."""

    wedges: list[Wedge]
    spokes: list[Spoke]
    seat: float
    total: int
    width: int = WIDTH
    height: float = HEIGHT
    centre_x: float = CENTRE_X
    centre_y: float = CENTRE_Y
    ring: float = RADIUS + 14

    @property
    def rings(self) -> tuple[float, float]:
        """Stroke widths for the hole of a ring and for the dot inside it."""
        return round(self.seat * 0.6, 1), round(self.seat * 0.25, 1)


def hemicycle(groups: Sequence[tuple[str, int]]) -> Hemicycle:
    """Draw a chamber.

    Takes ``(pattern, seats)`` for each group, left to right, at least one seat in all.
    Raises ``ValueError`` where there is none.
    """
    total = sum(count for _, count in groups)
    if total < 1:
        raise ValueError("A chamber without seats cannot be drawn.")
    centres = geometry.get_seats_centers(total)
    rows = geometry.get_nrows_from_nseats(total)
    by_angle = sorted(centres, key=lambda place: (centres[place], place), reverse=True)
    thickness = geometry.get_row_thickness(rows)
    wedges, spokes, start = [], [], 0
    for pattern, count in groups:
        places = by_angle[start : start + count]
        wedges.append(Wedge(pattern, _path(places), count))
        start += count
        if 0 < start < total:
            before, after = centres[by_angle[start - 1]], centres[by_angle[start]]
            spokes.append(_spoke((before + after) / 2))
    seat = round(thickness * 2 * RADIUS * GAP, 1)
    return Hemicycle(wedges, spokes, seat, total)


def _path(places: Sequence[tuple[float, float]]) -> str:
    """Points of the unit half-disc (2 wide, 1 high, y up) as strokes of no length."""
    return "".join(
        f"M{CENTRE_X + (x - 1) * RADIUS:.0f} {CENTRE_Y - y * RADIUS:.0f}h0"
        for x, y in places
    )


def _spoke(angle: float) -> Spoke:
    inner, outer = RADIUS * 0.42, RADIUS + 14
    along, up = cos(angle), sin(angle)
    return Spoke(
        round(CENTRE_X + along * inner, 1),
        round(CENTRE_Y - up * inner, 1),
        round(CENTRE_X + along * outer, 1),
        round(CENTRE_Y - up * outer, 1),
    )
