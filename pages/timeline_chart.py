"""The strip above the timeline: periods as bars, what happened as marks that lead to it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from facts.events import Event
from facts.models import Fact
from parliament.aspects import ASPECTS, CONVOCATION, EXISTENCE
from parliament.charts import span_of
from parliament.models import Institution
from web.charts.clusters import Cluster, clusters, in_rows
from web.charts.lanes import Bar, Lane, Span, lanes_under
from web.charts.timescale import Scale, scale_over

BEGINS = date(1990, 1, 1)
"""Where the strip begins. The little that is told of before stands at its left edge."""
WIDTH = 960
HEAD, LANE, ROW, ROUGH, MARKS = 22, 46, 9, 6, 44
"""Heights: of the years, a lane, a row of rough dates, a bar in it, and the marks."""
NAME_FITS = 120
"""How wide the name of a lane may be."""


@dataclass(frozen=True)
class ConvocationBars:
    """A convocation as drawn: its bars, its number, and where the number stands."""

    fact: Fact
    bars: list[Bar]

    @property
    def middle(self) -> float:
        """The middle of its widest bar."""
        widest = max(self.bars, key=lambda bar: bar.width)
        return round(widest.x + widest.width / 2, 1)


@dataclass(frozen=True)
class InstitutionTrack:
    """An institution as drawn: when it stood, and its convocations."""

    institution: Institution
    existence: Fact
    y: int
    bars: list[Bar]
    sittings: list[ConvocationBars]

    @property
    def ends_near(self) -> bool:
        """Whether its name would not fit to the right of where it begins."""
        return self.x > WIDTH - NAME_FITS

    @property
    def x(self) -> float:
        """Where it begins on the strip."""
        return min(bar.x for bar in self.bars)


@dataclass(frozen=True)
class RoughDates:
    """A row of dates known only roughly: its top, and a hollow bar for each."""

    y: int
    bars: list[Bar]

    @property
    def outline(self) -> str:
        """All bars as one SVG path: there may be hundreds."""
        return "".join(
            f"M{bar.x} {self.y}h{bar.width}v{ROUGH}h-{bar.width}z" for bar in self.bars
        )


@dataclass(frozen=True)
class TimelineChart:
    """All that is drawn, under one scale."""

    scale: Scale
    tracks: list[InstitutionTrack]
    rough: list[RoughDates]
    marks: list[Cluster[Event]]
    is_cut: bool

    @property
    def marks_y(self) -> int:
        """Where the marks stand, below all else."""
        return HEAD + LANE * len(self.tracks) + ROW * len(self.rough) + MARKS // 2

    @property
    def height(self) -> int:
        """The height of the whole."""
        return self.marks_y + MARKS // 2


def timeline_chart(
    events: Sequence[Event],
    institutions: Iterable[Institution],
    facts: Iterable[Fact],
    until: date,
) -> TimelineChart | None:
    """Draw what happened, and the ``institutions`` that ``facts`` say stood meanwhile.

    ``None`` where nothing happened. A date known only roughly is a hollow bar from its
    earliest to its latest day, and stands among the marks by its earliest. The axis ends
    with the year of ``until``, the last day that the sources tell of.
    """
    if not events:
        return None
    days = [day for event in events for day in (event.when.earliest, event.when.latest)]
    shown = [day for day in days if day >= BEGINS] or days
    last = max(day.year for day in (*shown, until)) + 1
    scale = replace(scale_over([*shown, until]), last=last, width=WIDTH)
    tracks = list(_tracks(institutions, list(facts), scale))
    below = HEAD + LANE * len(tracks)
    rows = in_rows(_rough(events, scale))
    return TimelineChart(
        scale,
        tracks,
        [RoughDates(below + ROW * place, row) for place, row in enumerate(rows)],
        clusters(((event, event.when.earliest) for event in events), scale),
        is_cut=min(days) < scale.first_day,
    )


def _tracks(
    institutions: Iterable[Institution], facts: Sequence[Fact], scale: Scale
) -> Iterator[InstitutionTrack]:
    """The institutions that stood under the scale, one below the other as they began."""
    existences = _complete(EXISTENCE.among(facts))
    convocations = _complete(CONVOCATION.among(facts))
    convocations.sort(key=lambda fact: fact.convocation.number)
    drawn = [
        (institution, lane)
        for institution in institutions
        for lane in _bars(existences, scale)
        if lane.what.subject_id == institution.subject_id and lane.bars
    ]
    drawn.sort(key=lambda pair: pair[1].what.start_earliest)
    for place, (institution, lane) in enumerate(drawn):
        sittings = [
            ConvocationBars(row.what, row.bars)
            for row in _bars(convocations, scale)
            if row.what.subject_id == institution.subject_id and row.bars
        ]
        yield InstitutionTrack(
            institution, lane.what, HEAD + LANE * place, lane.bars, sittings
        )


def _complete(facts: Iterable[Fact]) -> list[Fact]:
    return [fact for fact in facts if ASPECTS.is_complete(fact)]


def _bars(facts: Iterable[Fact], scale: Scale) -> list[Lane[Fact]]:
    return lanes_under(scale, ((fact, [span_of(fact)]) for fact in facts)).lanes


def _rough(events: Iterable[Event], scale: Scale) -> list[Bar]:
    """The dates known only roughly, as hollow bars."""
    spans = [
        Span.within(event.when.earliest, event.when.latest)
        for event in events
        if not event.is_exact
    ]
    (lane,) = lanes_under(scale, [("", spans)]).lanes
    return lane.bars
