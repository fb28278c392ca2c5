from __future__ import annotations

from django.http import Http404, HttpResponse

from content.addresses import address_of, own_pages
from content.events import event_facts, event_named, fetch_events
from facts.fetching import fact_with_sources, sources_end
from pages.filters import TimelineFilter
from pages.timeline import entry_of, marks_of
from pages.timeline_chart import timeline_chart
from parliament.chambers.fetching import institutions
from web.http import SiteRequest
from web.paging import shown_page
from web.partials import render_page
from web.public_page import public_page

ON_A_PAGE = 40


@public_page
def timeline(request: SiteRequest) -> HttpResponse:
    """Everything that happened, in one order, filtered by the address."""
    chambers = institutions()
    events = fetch_events()
    filters = TimelineFilter(request.GET, events, chambers)
    fitting = filters.fitting(events)
    shown = shown_page(request, fitting, ON_A_PAGE)
    until = sources_end() or request.today
    strip = timeline_chart(fitting, filters.chambers_among(chambers), event_facts(), until)
    context = {
        "filter": filters,
        "shown": shown,
        "entries": [entry_of(event, request.today) for event in shown],
        "total": len(events),
        "exact": sum(event.is_exact for event in events),
        "strip": strip,
        "marks": marks_of(strip, fitting, shown),
    }
    return render_page(request, "pages/timeline.html", context, partial="results")


@public_page
def timeline_entry(request: SiteRequest, slug: str) -> HttpResponse:
    """One entry: the fact that says so, with its sources; opened in place by htmx."""
    event = event_named(slug)
    if event is None:
        raise Http404(slug)
    fact = fact_with_sources(event.fact)
    context = {
        "entry": entry_of(event, request.today),
        "fact": fact,
        "more": address_of(fact, own_pages(), request.today),
    }
    return render_page(request, "pages/timeline_entry.html", context, partial="opened")
