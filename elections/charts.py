"""How results are drawn: which geometry of ``web.charts`` shows what of them."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import product

from elections.models import ResultRow
from web.charts.hemicycle import Hemicycle, hemicycle

TONES = ("sky", "wheat", "clay", "ink")
PATTERNS = ("solid", "ring", "target", "pierced")
MARKS = tuple(
    f"{pattern} in-{TONES[(place + step) % len(TONES)]}"
    for step, (place, pattern) in product(range(len(TONES)), enumerate(PATTERNS))
)
"""Sixteen marks that differ in their pattern or colour; the first four in both."""

UNSTATED = "ring in-faint"
"""The mark of seats of which no source says who won them."""

PARTY_MARKS = {
    "amanat": MARKS[0],
    "aq-jol": MARKS[1],
    "peoples-party": MARKS[2],
    "auyl": MARKS[3],
    "respublica": MARKS[4],
    "nsdp": MARKS[5],
    "baytaq": MARKS[6],
    "asar": MARKS[7],
    "adilet-2026": MARKS[8],
}
"""Parties that keep one mark on all pages; the others take what is free in a chart."""


def marks_of(rows: Sequence[ResultRow]) -> dict[int, str]:
    """A mark for each row, by its primary key: no two alike while there are enough."""
    keys = {row.pk: row.contestant.key if row.contestant else "" for row in rows}
    marks = {pk: PARTY_MARKS[key] for pk, key in keys.items() if key in PARTY_MARKS}
    free = [mark for mark in MARKS if mark not in marks.values()]
    others = [row for row in rows if row.pk not in marks]
    return marks | {row.pk: mark for row, mark in zip(others, free, strict=False)}


def seat_chart(seats: Sequence[tuple[str, int]], unstated: int) -> Hemicycle:
    """The seats won as a hemicycle: ``(mark, seats)`` of each row that won any.

    The ``unstated`` seats, of which no source says who won them, are drawn faint. Raises
    ``ValueError`` where there is no seat.
    """
    return hemicycle([*seats, (UNSTATED, unstated)] if unstated else seats)
