from __future__ import annotations

from datetime import UTC, date, datetime, time

import icalendar
from django.http import HttpResponse
from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from content.events import fetch_events_with_sources
from content.last_changes import LastChange, last_changes
from facts import fetching
from facts.events import Event
from facts.models import Fact
from web.atom import SINCE, Feed, tag, without_control_characters
from web.http import SiteRequest
from web.public_page import public_page
from web.site_address import site_address, site_host

IN_THE_FEED = 50


@public_page
def timeline_feed(request: SiteRequest) -> HttpResponse:
    """The last things that happened as an Atom feed, the latest first."""
    host, language = site_host(), get_language()
    events = fetch_events_with_sources()
    sources_end, changes = fetching.sources_end(), last_changes()
    feed = Feed(
        changed=changes.newest,  # what was retired has no entry that could tell of it
        title=_("Shanyraq: timeline"),
        link=site_address(reverse("pages:timeline")),
        description="",
        subtitle=_("What happened to the Parliament of Kazakhstan, the latest first."),
        feed_url=site_address(request.path),
        feed_guid=tag(host, SINCE, f"timeline.{language}"),
        author_name=_("Shanyraq"),
        language=language,
    )
    for event in reversed(events[-IN_THE_FEED:]):
        feed.add_item(
            title=without_control_characters(f"{capfirst(event.when_in_words())}: {event}"),
            link=site_address(address_of_entry(event)),
            description=without_control_characters(description_of(event)),
            unique_id=tag(host, SINCE, f"timeline-{event.key}.{language}"),
            categories=[event.kind.value],
            # Not the day on which it happened, which stands in the title: "updated" is when
            # what is told of it last changed.
            updateddate=updated(event.fact, sources_end, changes.of(event.fact)),
        )
    return HttpResponse(feed.writeString("utf-8"), content_type=feed.content_type)


@public_page
def timeline_calendar(request: SiteRequest) -> HttpResponse:
    """Everything that happened on a known day, as an iCalendar file of whole days.

    A day that is known only roughly is left out: a calendar would show it on a day that no
    source gives, or as lasting for years. The page says so.
    """
    host, language = site_host(), get_language()
    events = fetch_events_with_sources()
    sources_end, changes = fetching.sources_end(), last_changes()
    calendar = icalendar.Calendar()
    calendar.add("prodid", "-//Shanyraq//Timeline//EN")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", _("The Parliament of Kazakhstan: timeline"))
    for event in events:
        if not event.is_exact:
            continue
        entry = icalendar.Event()
        entry.add("uid", f"timeline-{event.key}.{language}@{host}")
        change = changes.of(event.fact)
        moment = updated(event.fact, sources_end, change)
        entry.add("dtstamp", moment)
        entry.add("last-modified", moment)
        entry.add("sequence", change.count)
        entry.add("dtstart", event.when.earliest)  # a day without an end lasts that day
        entry.add("summary", without_control_characters(str(event)))
        entry.add("description", without_control_characters(description_of(event)))
        entry.add("categories", [event.kind.value])
        entry.add("url", site_address(address_of_entry(event)))
        entry.add("transp", "TRANSPARENT")  # nobody is busy on that day
        calendar.add_component(entry)
    return HttpResponse(calendar.to_ical(), content_type="text/calendar; charset=utf-8")


def address_of_entry(event: Event) -> str:
    """The address of the page of an entry."""
    return reverse("pages:timeline-entry", kwargs={"slug": event.key})


def description_of(event: Event) -> str:
    """Its kind, the fact with its period, and its sources, a line each."""
    fact = event.fact
    sources = dict.fromkeys(
        citation.passage.document.short_name for citation in fact.citations.all()
    )
    return "\n".join(
        [
            str(event.kind.label),
            f"{fact.says} {capfirst(fact.period_in_words())}.",
            _("Sources: %(sources)s.") % {"sources": "; ".join(sources)},
        ]
    )


def updated(fact: Fact, sources_end: date | None, change: LastChange) -> datetime:
    """When what is told of ``fact`` last changed: by a publication, or as it was read."""
    return max(filter(None, (change.at, read_on(fact, sources_end))))


def read_on(fact: Fact, sources_end: date | None) -> datetime:
    """The last day on which a source of ``fact`` was read, at its beginning.

    What the fixtures loaded keeps no clock; it says what its sources said when they were
    read. Where no source of it has such a day, as with the five documents, the day counts
    on which the sources end.
    """
    days = [
        citation.passage.document.consulted
        for citation in fact.citations.all()
        if citation.passage.document.consulted
    ]
    return datetime.combine(max(days, default=sources_end or SINCE), time(), tzinfo=UTC)
