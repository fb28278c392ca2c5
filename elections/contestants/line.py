"""The names and mergers of a party, drawn as lanes."""

from __future__ import annotations

from datetime import date

from elections.aspects import MERGER
from elections.contestants.contestant import Contestant
from facts.models import Fact
from web.charts.lanes import Lanes, Span, lanes


def line_chart(one: Contestant, until: date) -> Lanes[Fact] | None:
    """Its names and mergers as lanes under one axis; ``None`` where nothing changed."""
    if len(one.line) < 2:
        return None
    return lanes(((fact, [_span(fact)]) for fact in one.line), until)


def _span(fact: Fact) -> Span:
    """The period of a name; of a merger just its day, however roughly that is known."""
    start, end = fact.period.start, fact.period.end
    if MERGER.covers(fact.aspect):
        return Span.within(start.earliest, start.latest)
    return Span(start.earliest, start.latest, end.earliest, end.latest)
