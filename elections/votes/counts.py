"""The count of an election as a page tells it: rows as given, and what they add up to."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from elections.charts import marks_of, seat_chart
from elections.contestants.addresses import contestant_address
from elections.models import ResultRow
from facts.models import Fact
from web.charts.hemicycle import Hemicycle

WHOLE = Decimal(100)
FIRST = 3
"""Rows of a count that the head of a page tells; the table tells them all."""


@dataclass(frozen=True)
class CountRow:
    """A row of a count as a page shows it.

    ``address`` is that of the page of the party or person, ``mark`` tells its seats apart
    in the chart. Either may be empty: ``mark`` is so where no seat was won.
    """

    row: ResultRow
    address: str
    mark: str


class ResultCount:
    """A result with its rows, and the threshold that bore on them ("" for none).

    ``at_stake`` is how many seats there were to win, ``None`` where that is not told.
    Nothing is made to add up: a sum is told only where every row has its number.
    """

    def __init__(
        self, fact: Fact, threshold: str = "", at_stake: int | None = None
    ) -> None:
        self.fact = fact
        self.result = fact.result
        self.rows: list[ResultRow] = list(fact.result.rows.all())
        self.threshold = threshold
        self.at_stake = at_stake

    @property
    def has_votes(self) -> bool:
        """Whether any row tells of votes."""
        return any(row.votes is not None for row in self.rows)

    @property
    def has_shares(self) -> bool:
        """Whether any row tells of a share."""
        return any(row.share for row in self.rows)

    @property
    def has_seats(self) -> bool:
        """Whether any row tells of seats."""
        return any(row.seats is not None for row in self.rows)

    @cached_property
    def first(self) -> list[ResultRow]:
        """The few rows that answer "who won?": most seats, else the largest shares."""
        if self.has_seats:
            won = [row for row in self.rows if row.seats]
            return sorted(won, key=lambda row: -(row.seats or 0))[:FIRST]
        with_share = [row for row in self.rows if row.share]
        return sorted(with_share, key=lambda row: -Decimal(row.share))[:FIRST]

    @cached_property
    def sum_of_shares(self) -> Decimal | None:
        """What the shares add up to; ``None`` where one is missing."""
        if not self.rows or not all(row.share for row in self.rows):
            return None
        return sum((Decimal(row.share) for row in self.rows), Decimal(0))

    @property
    def adds_up(self) -> bool:
        """Whether the shares are all there and make one hundred."""
        return self.sum_of_shares == WHOLE

    @cached_property
    def sum_of_seats(self) -> int | None:
        """All seats of the rows; ``None`` where those of one that may win are missing."""
        winning = [row for row in self.rows if not row.is_against_all]
        if not winning or any(row.seats is None for row in winning):
            return None
        return sum(row.seats or 0 for row in winning)

    @property
    def without_holder(self) -> int:
        """How many of the seats at stake no row accounts for; 0 where either is open."""
        if not (self.at_stake and self.sum_of_seats):
            return 0
        return max(0, self.at_stake - self.sum_of_seats)

    @property
    def all_seats(self) -> int:
        """The seats of the rows and those that none accounts for."""
        return (self.sum_of_seats or 0) + self.without_holder

    @cached_property
    def table(self) -> list[CountRow]:
        """All rows as a page shows them."""
        marks = marks_of([row for row in self.rows if row.seats])
        return [
            CountRow(
                row,
                contestant_address(row.contestant) if row.contestant else "",
                marks.get(row.pk, ""),
            )
            for row in self.rows
        ]

    @property
    def drawn(self) -> list[CountRow]:
        """The rows whose seats can be drawn, each with its mark."""
        return [entry for entry in self.table if entry.mark]

    @cached_property
    def chart(self) -> Hemicycle | None:
        """The seats as a hemicycle.

        ``None`` where those of a row are not stated, or more rows won seats than there
        are marks.
        """
        has_all_marks = len(self.drawn) == sum(bool(row.seats) for row in self.rows)
        if not self.sum_of_seats or not has_all_marks:
            return None
        seats = [(entry.mark, entry.row.seats or 0) for entry in self.drawn]
        return seat_chart(seats, self.without_holder)
