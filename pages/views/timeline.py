from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from datetime import date, timedelta

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.http import urlencode

from content.addresses import address_of, rooms
from content.events import event_facts, events_of
from facts.aspects import EventKind
from facts.events import Event
from facts.models import Document, Fact
from facts.names import spellings
from pages.timeline_chart import TimelineChart, timeline_chart
from parliament.chambers.fetching import institutions
from web.charts.clusters import Cluster
from web.http import SiteRequest
from web.on import BadDateError, parse_on
from web.partials import render_page
from web.public_page import public_page
from web.word_match import finder

ON_A_PAGE = 40


@dataclass(frozen=True)
class TimelineFilter:
    """What a visitor filters the timeline by; an empty text filters nothing.

    ``chamber`` is the key of an institution, ``decade`` its first year.
    """

    kind: str
    chamber: str
    decade: str
    words: str

    @classmethod
    def of(cls, request: HttpRequest) -> TimelineFilter:
        """What the address asks for."""
        asked = request.GET
        return cls(
            kind=asked.get("kind", ""),
            chamber=asked.get("chamber", ""),
            decade=asked.get("decade", ""),
            words=asked.get("words", "").strip(),
        )

    def query(self) -> str:
        """The filters that are set, as the query of an address: ``kind=law&``."""
        found = {name: value for name, value in asdict(self).items() if value}
        return f"{urlencode(found)}&" if found else ""

    def fits(self, one: Event) -> bool:
        """Whether an entry is among what is asked for; ``words`` are looked for apart."""
        return (
            self.kind in ("", one.kind)
            and (not self.chamber or self.chamber in one.chambers)
            and (not self.decade or self.decade in map(str, decades_of(one)))
        )


def text_of(one: Event) -> str:
    """All that words are looked for in."""
    return f"{one} {one.fact.says} {one.when_in_words()} {one.kind.label}"


def decades_of(one: Event) -> range:
    """The decades, by their first year, in which it may have happened."""
    first, last = one.when.earliest.year // 10 * 10, one.when.latest.year
    return range(first, last + 1, 10)


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

    @classmethod
    def of(cls, one: Event, today: date) -> TimelineEntry:
        """The entry of an event as it is led on from ``today``."""
        when = one.when
        # A month or a year is asked for as such, and means its last day.
        asked = when.latest.isoformat() if when.edtf.startswith("[") else when.edtf
        before = covered(str(when.earliest - timedelta(days=1)), today)
        after = covered(when.latest.isoformat(), today)
        return cls(
            one,
            covered(asked, today) or after,
            before if after else "",
            after if before else "",
        )


@dataclass(frozen=True)
class TimelineMark:
    """A mark on the strip: what it gathers, and where the first of that stands.

    ``page`` is the page of the list, ``is_here`` whether that is the one shown.
    """

    slot: Cluster[Event]
    page: int
    is_here: bool

    @property
    def first(self) -> Event:
        """What happened first of all that it gathers."""
        return self.slot.items[0]


def marks_of(
    drawn: TimelineChart | None, found: Sequence[Event], shown: int
) -> list[TimelineMark]:
    """The marks of a strip, as the page of this number links them to the list."""
    pages = {one.key: n // ON_A_PAGE + 1 for n, one in enumerate(found)}
    marks = []
    for slot in drawn.marks if drawn else ():
        page = pages[slot.items[0].key]
        marks.append(TimelineMark(slot, page, page == shown))
    return marks


def covered(given: str, today: date) -> str:
    """``given`` where the site has a page for that date, else nothing."""
    try:
        return given if parse_on(given, today) else ""
    except BadDateError:
        return ""


@public_page
def timeline(request: SiteRequest) -> HttpResponse:
    """Everything that happened, in one order, filtered by the address."""
    wanted = TimelineFilter.of(request)
    chambers = institutions()
    facts = event_facts()
    every = events_of(facts, chambers)
    found = [one for one in every if wanted.fits(one)]
    if wanted.words:
        finds = finder(wanted.words, spellings())
        found = [one for one in found if finds(text_of(one))]
    shown = Paginator(found, ON_A_PAGE).get_page(request.GET.get("page"))
    kinds = {one.kind for one in every}
    own = [one for one in chambers if wanted.chamber in ("", one.subject.key)]
    until = Document.objects.last_consulted() or request.today
    drawn = timeline_chart(found, own, facts, until)
    context = {
        "wanted": wanted,
        "shown": shown,
        "entries": [TimelineEntry.of(one, request.today) for one in shown],
        "all": every,
        "exact": sum(one.is_exact for one in every),
        "strip": drawn,
        "marks": marks_of(drawn, found, shown.number),
        "kinds": [(value, label) for value, label in EventKind.choices if value in kinds],
        "chambers": chambers,
        "decades": sorted({year for one in every for year in decades_of(one)}),
    }
    return render_page(request, "pages/timeline.html", context, partial="results")


@public_page
def timeline_entry(request: SiteRequest, slug: str) -> HttpResponse:
    """One entry: the fact that says so, with its sources; opened in place by htmx."""
    event = entry_named(slug, events_of(event_facts(), institutions()))
    found = Fact.objects.filter(pk=event.fact.pk).with_sources()
    context = {
        "entry": TimelineEntry.of(event, request.today),
        "fact": found.get(),
        "more": address_of(event.fact, rooms(), request.today),
    }
    return render_page(request, "pages/timeline_entry.html", context, partial="opened")


def entry_named(key: str, events: Iterable[Event]) -> Event:
    """The entry of this key; raises ``Http404`` where there is none."""
    for one in events:
        if one.key == key:
            return one
    raise Http404(key)
