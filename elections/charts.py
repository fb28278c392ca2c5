"""How results are drawn: which geometry of ``web.charts`` shows what of them."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import product

from elections.models import ResultRow
from elections.votes.counts import ResultCount
from web.charts.hemicycle import Hemicycle, hemicycle

TONES = ("sky", "wheat", "clay", "ink")
SHAPES = ("solid", "ring", "target", "pierced")
MARKS = tuple(
    f"{shape} in-{TONES[(place + step) % len(TONES)]}"
    for step, (place, shape) in product(range(len(TONES)), enumerate(SHAPES))
)
"""Sixteen marks that differ in their pattern or colour; the first four in both."""

UNSTATED = "ring in-faint"
"""The mark of seats of which no source says who won them."""

OWN = {
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


def marks(rows: Sequence[ResultRow]) -> dict[int, str]:
    """A mark for each row, by its primary key: no two alike while there are enough."""
    found = {row.pk: OWN[key] for row in rows if (key := _key(row)) in OWN}
    free = [mark for mark in MARKS if mark not in found.values()]
    others = [row for row in rows if row.pk not in found]
    return found | {row.pk: mark for row, mark in zip(others, free, strict=False)}


def _key(row: ResultRow) -> str:
    return row.contestant.key if row.contestant else ""


def seated(count: ResultCount) -> list[tuple[ResultRow, str]]:
    """The rows that won seats, each with its mark, in the order of the table."""
    rows = [row for row in count.rows if row.seats]
    given = marks(rows)
    return [(row, given[row.pk]) for row in rows if row.pk in given]


def result_chart(count: ResultCount) -> Hemicycle | None:
    """The seats of a result as a hemicycle; those that no row accounts for are faint.

    ``None`` where the seats of a row are not stated, or more won seats than marks differ.
    """
    drawn = seated(count)
    if not count.sum_of_seats or len(drawn) < sum(bool(row.seats) for row in count.rows):
        return None
    wedges = [(mark, row.seats or 0) for row, mark in drawn]
    if count.without_holder:
        wedges.append((UNSTATED, count.without_holder))
    return hemicycle(wedges)
