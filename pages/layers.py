"""How old a document is: most are made of layers that speak at different times."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from facts.models import Passage
from facts.periods import parse_days
from web.charts.lanes import Span


@dataclass(frozen=True)
class Layer:
    """The passages of a document that speak at the same time."""

    passages: list[Passage]

    @property
    def span(self) -> Span:
        """When they speak: at one time between two days."""
        return span_of(self.passages[0])

    @property
    def sections(self) -> list[str]:
        """The sections they stand in, each once, in the order of the document."""
        return list(dict.fromkeys(passage.section for passage in self.passages))


def span_of(passage: Passage) -> Span:
    """When a passage speaks: at one time between two days."""
    return Span.within(*_days_of(passage.speaks))


def _days_of(speaks: str) -> tuple[date, date]:
    """Between which days a text speaks; at any time where its date cannot be read."""
    try:
        return parse_days(speaks)
    except ValueError:
        return date.min, date.max


def layers_of(passages: Iterable[Passage]) -> list[Layer]:
    """The layers of a document, by the first and last day they may be of."""
    by_time: dict[str, list[Passage]] = defaultdict(list)
    for passage in passages:
        by_time[passage.speaks].append(passage)
    return [Layer(by_time[speaks]) for speaks in sorted(by_time, key=_days_of)]
