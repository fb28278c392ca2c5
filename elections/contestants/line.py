"""The names and mergers of a party in one order, listed and drawn as lanes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from elections.contestants.contestant import Contestant
from elections.contestants.mergers import PartyMerger
from elections.contestants.names import DatedName
from facts.aspects import NAME
from facts.models import Fact
from web.charts.lanes import Lanes, Span, lanes


@dataclass(frozen=True)
class LineEntry:
    """A name of a party or of one that went into it; or a merger, where ``merger`` is set.

    ``is_own`` is set on a name that the party itself bore, and on a merger by which it
    joined another; ``is_current`` on its name of the day.
    """

    fact: Fact
    name: DatedName | None
    merger: PartyMerger | None
    is_own: bool
    is_current: bool = False

    @property
    def span(self) -> Span:
        """The period of a name; of a merger its day, however roughly that is known."""
        start, end = self.fact.period.start, self.fact.period.end
        if self.merger:
            return Span.within(start.earliest, start.latest)
        return Span(start.earliest, start.latest, end.earliest, end.latest)


def line_of(party: Contestant) -> list[LineEntry]:
    """The names of a party and of all that went into it, with the mergers, in order."""
    mergers = {merger.fact: merger for merger in party.mergers.all}
    shown = party.names.current if party.names.is_perhaps_borne else None
    return [
        LineEntry(
            fact,
            None if fact in mergers else DatedName(fact),
            mergers.get(fact),
            fact.subject_id == party.subject.pk,
            shown is not None and fact == shown.fact,
        )
        for fact in party.facts
        if fact.aspect == NAME or fact in mergers
    ]


def line_chart(line: Sequence[LineEntry], until: date) -> Lanes[LineEntry] | None:
    """The entries as lanes under one axis; ``None`` where nothing changed."""
    if len(line) < 2:
        return None
    return lanes(((entry, [entry.span]) for entry in line), until)
