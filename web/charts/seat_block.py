"""Seats in rows of ten, as a block: geometry only, the markup is a template's."""

from __future__ import annotations

from dataclasses import dataclass

COLUMNS = 10
PITCH = 12
SEAT = 9.4


@dataclass(frozen=True)
class SeatBlock:
    """A drawn block: an SVG path of points, like those of a hemicycle's wedges."""

    path: str
    width: int
    height: int
    seat: float = SEAT

    @property
    def rings(self) -> tuple[float, float]:
        """Stroke widths for the hole of a ring and for the dot inside it."""
        return round(self.seat * 0.6, 1), round(self.seat * 0.25, 1)


def seat_block(count: int) -> SeatBlock:
    """Draw ``count`` seats, at least one. Raises ``ValueError`` where there is none."""
    if count < 1:
        raise ValueError("A block without seats cannot be drawn.")
    rows = -(-count // COLUMNS)
    points = [divmod(n, COLUMNS) for n in range(count)]
    path = "".join(
        f"M{column * PITCH + PITCH // 2} {row * PITCH + PITCH // 2}h0"
        for row, column in points
    )
    return SeatBlock(path, COLUMNS * PITCH, rows * PITCH)
