"""The list of the timeline: its entries, and the marks of the chart that lead to them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from django.core.paginator import Page

from facts.events import Event
from pages.timeline_chart import TimelineChart
from web.charts.clusters import Cluster
from web.on import BadDateError, parse_on


@dataclass(frozen=True)
class TimelineEntry:
    """An entry of the list, and the dates of the pages that it leads to.

    ``on`` asks for the Parliament once it had happened; ``before`` and ``after`` are the
    days between which it changed something. Each is empty where the site does not cover it.
    """

    event: Event
    on: str
    before: str
    after: str


def entry_of(event: Event, today: date) -> TimelineEntry:
    """The entry of an event, as it leads on from ``today``."""
    when = event.when
    # A month or a year is asked for as such, and means its last day.
    asked = when.latest.isoformat() if when.edtf.startswith("[") else when.edtf
    before = _if_covered(str(when.earliest - timedelta(days=1)), today)
    after = _if_covered(when.latest.isoformat(), today)
    return TimelineEntry(
        event,
        on=_if_covered(asked, today) or after,
        before=before if after else "",
        after=after if before else "",
    )


def _if_covered(given: str, today: date) -> str:
    """A date as it is asked for; empty where the site has no page for it."""
    try:
        return given if parse_on(given, today) else ""
    except BadDateError:
        return ""


@dataclass(frozen=True)
class TimelineMark:
    """A mark on the chart: the events that it gathers, and where the list has the first.

    ``page`` is the page of the list, ``is_here`` whether that is the one shown.
    """

    cluster: Cluster[Event]
    page: int
    is_here: bool

    @property
    def first(self) -> Event:
        """What happened first of all that it gathers."""
        return self.cluster.items[0]


def marks_of(
    chart: TimelineChart | None, events: Sequence[Event], shown: Page[Event]
) -> list[TimelineMark]:
    """The marks of the chart of these events, as one page of their list links them."""
    on_a_page = shown.paginator.per_page
    pages = {event.key: place // on_a_page + 1 for place, event in enumerate(events)}
    marks = []
    for cluster in chart.marks if chart else ():
        page = pages[cluster.items[0].key]
        marks.append(TimelineMark(cluster, page, page == shown.number))
    return marks
