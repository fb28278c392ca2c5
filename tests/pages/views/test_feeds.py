"""The feed and the calendar, read back by other readers and compared with the database."""

from __future__ import annotations

from datetime import UTC, date, datetime, time

import pytest
import vobject

from facts.models import Basis, Document, Fact
from facts.periods_in_words import edtf_in_words
from tests import atom, factories

pytestmark = pytest.mark.django_db
FEED = "/en/timeline/feed.atom"
CALENDAR = "/en/timeline/events.ics"
ENTRY = "http://testserver/en/timeline/"
ENDS = "-ends"


def all_facts():
    """Every published fact by its key, fetched once."""
    joined = ("membership__person", "existence", "convocation")
    facts = Fact.objects.published().with_sources().select_related(*joined)
    return {fact.key: fact for fact in facts}


def fact_of(facts, name):
    """The fact behind an entry, and the bound of its period that the entry is about."""
    if name.endswith(ENDS):
        fact = facts[name.removesuffix(ENDS)]
        return fact, fact.end, fact.end_earliest, fact.end_latest
    fact = facts[name]
    return fact, fact.start, fact.start_earliest, fact.start_latest


def read_on(fact):
    """The last day on which a source of the fact was read, else the last of all."""
    documents = [citation.passage.document for citation in fact.citations.all()]
    days = [one.consulted for one in documents if one.consulted]
    return max(days) if days else Document.objects.last_consulted()


STATES = ("name", "term", "holder", "number", "cities", "status", "city")
"""Aspects of which a title tells the first sentence, as what began."""


def when_in_words(edtf):
    """How a title should tell its day: of a span, that it is one day of it."""
    words = edtf_in_words(edtf)
    if edtf.startswith("["):
        words = words.replace("between ", "on some day from ").replace(" and ", " to ")
    return words


def bad_words(fact, name, title, summary):
    """What a title and a summary lack or add, compared with the fact."""
    if fact.basis == Basis.ATTRIBUTED and "ccording to " not in title:
        yield f"{name}: told without its speaker"
    plain = name.endswith(ENDS) or hasattr(fact, "existence")
    made = hasattr(fact, "membership") or hasattr(fact, "convocation")
    made = made or fact.aspect == "in-force"
    says = fact.says
    if fact.aspect in STATES:
        says = says.partition(". ")[0]
    if not plain and not made and says.rstrip(".") not in title:
        yield f"{name}: another title"
    if hasattr(fact, "membership") and fact.membership.person.name_en not in title:
        yield f"{name}: another person"
    if f"{fact.says} " not in summary:
        yield f"{name}: another sentence"
    if fact.period_in_words().casefold() not in summary.casefold():
        yield f"{name}: another period"
    for citation in fact.citations.all():
        if citation.passage.document.short_name_en not in summary:
            yield f"{name}: a source is missing"


def bad_entries(text):
    """Where a feed differs from the database or breaks RFC 4287, a line each."""
    feed, facts = atom.read(text), all_facts()
    yield from atom.faults(feed)
    days = []
    for entry in atom.entries(feed):
        name = atom.address(entry).removeprefix(ENTRY).strip("/")
        if atom.said(entry, "id") != f"tag:testserver,2026-11-22:timeline-{name}.en":
            yield f"{name}: another id"
        fact, edtf, earliest, _latest = fact_of(facts, name)
        days.append(earliest)
        title, summary = atom.said(entry, "title"), atom.said(entry, "summary")
        if not title.casefold().startswith(f"{when_in_words(edtf)}: ".casefold()):
            yield f"{name}: another day"
        yield from bad_words(fact, name, title, summary)
        if atom.said(entry, "updated") != f"{read_on(fact)}T00:00:00+00:00":
            yield f"{name}: updated at another time"
    if days != sorted(days, reverse=True):
        yield "the latest does not come first"


def bad_events(text):
    """Where a calendar differs from the database or breaks RFC 5545, a line each."""
    if not text.endswith("END:VCALENDAR\r\n") or "\n" in text.replace("\r\n", ""):
        yield "lines do not end as they should"
    yield from (
        "a line is too long" for line in text.split("\r\n") if len(line.encode()) > 75
    )
    calendar, facts = vobject.readOne(text), all_facts()
    if calendar.version.value != "2.0" or not calendar.prodid.value:
        yield "no version or maker"
    names = []
    for event in calendar.vevent_list:
        name = event.url.value.removeprefix(ENTRY).strip("/")
        names.append(name)
        if event.uid.value != f"timeline-{name}.en@testserver":
            yield f"{name}: another uid"
        fact, _edtf, earliest, latest = fact_of(facts, name)
        if earliest != latest:
            yield f"{name}: its day is not known"
        if event.dtstart.params.get("VALUE") != ["DATE"] or event.dtstart.value != earliest:
            yield f"{name}: another day"
        if hasattr(event, "dtend") or hasattr(event, "duration"):
            yield f"{name}: it has an end"
        yield from bad_words(fact, name, event.summary.value, event.description.value)
        stamp = datetime.combine(read_on(fact), time(), tzinfo=UTC)
        if event.dtstamp.value != stamp:
            yield f"{name}: stamped at another time"
    if len(names) != len(set(names)):
        yield "an event stands twice"
    # Every voting, dissolution, sitting and end whose day is known is there.
    held = Fact.objects.published().filter(
        aspect__in=("held", "dissolved", "convocation", "amended")
    )
    for fact in held.exclude(basis=Basis.GAP):
        if fact.start_earliest == fact.start_latest and fact.key not in names:
            yield f"{fact.key}: it is missing"


def test_the_feed_says_what_the_database_says(client):
    response = client.get(FEED)
    assert response.headers["Content-Type"].startswith("application/atom+xml")
    assert len(atom.entries(atom.read(response.text))) == 50
    assert list(bad_entries(response.text)) == []


def test_the_calendar_says_what_the_database_says(client):
    response = client.get(CALENDAR)
    assert response.headers["Content-Type"].startswith("text/calendar")
    assert list(bad_events(response.content.decode())) == []


@pytest.mark.parametrize(
    ("good", "bad"),
    [
        ("23 August 2026: ", "24 August 2026: "),
        ("<updated>2026-11-22T", "<updated>2026-11-21T"),
        ("<updated>2026-11-22T00:00:00+00:00</updated>", ""),
        ("Sources: ", "Sources: <b/>"),
        ("timeline-senate-existence-ends.en", "timeline-senate-existence.en"),
        ("81.31%", "81.13%"),
        ("98 seats", "99 seats"),
        ("According to one note", "By one note"),
        ('<summary type="text">', '<summary type="texts">'),
        ("<name>Shanyraq</name>", "<name></name>"),
        ('rel="self"', 'rel="elsewhere"'),
    ],
)
def test_a_seeded_error_in_the_feed_is_found(client, good, bad):
    text = client.get(FEED).text
    assert good in text
    assert list(bad_entries(text.replace(good, bad))) != []


@pytest.mark.parametrize(
    ("good", "bad"),
    [
        ("DTSTART;VALUE=DATE:20070620", "DTSTART;VALUE=DATE:20070621"),
        ("DTSTART;VALUE=DATE:20070620", "DTSTART:20070620T000000Z"),
        ("DTSTAMP:20261122T", "DTSTAMP:20261121T"),
        ("UID:timeline-majilis-d", "UID:timeline-majilis-"),
        ("TRANSP:TRANSPARENT", "DURATION:P2D"),
        (
            "SUMMARY:From then on the Senate had 47",
            "SUMMARY:From then on the Senate had 74",
        ),
        ("SUMMARY:", "SUMMARY:Not: "),
        ("VERSION:2.0", "VERSION:1.0"),
        ("majilis-dissolved-2007/", "majilis-dissolved-2011/"),
        ("\r\n", "\n"),
    ],
)
def test_a_seeded_error_in_the_calendar_is_found(client, good, bad):
    text = client.get(CALENDAR).content.decode()
    assert good in text
    assert list(bad_events(text.replace(good, bad))) != []


def test_a_missing_event_is_found(client):
    text = client.get(CALENDAR).content.decode()
    first, *others = text.split("BEGIN:VEVENT")
    kept = [one for one in others if "majilis-dissolved-2007/" not in one]
    assert len(kept) == len(others) - 1
    assert "majilis-dissolved-2007: it is missing" in list(
        bad_events("BEGIN:VEVENT".join([first, *kept]))
    )


@pytest.mark.parametrize("address", [FEED, CALENDAR])
def test_it_reads_the_same_each_time_with_few_queries(
    client, address, django_assert_max_num_queries
):
    once = client.get(address).content
    for n in range(5):
        factories.FactFactory(
            subject__topic="law", aspect="amended", start=f"19{90 + n}-01-0{n + 1}"
        )
    with django_assert_max_num_queries(8):
        again = client.get(address).content
    assert (once == again) == (address == FEED)  # the feed holds the last ones alone
    assert client.get(address).content == again


@pytest.mark.parametrize("address", [FEED, CALENDAR])
def test_characters_of_all_kinds_are_written(client, address):
    factories.FactFactory(
        subject__topic="law",
        aspect="amended",
        start="2026-11-01",
        end="2026-11-02",
        sentence_en='A <b>bold</b> & "odd"; one,\\ and ә\x07\nnext ' + "ұ" * 80,
    )
    text = client.get(address).content.decode()
    if address == FEED:
        assert atom.faults(atom.read(text)) == []
        title = atom.said(atom.entries(atom.read(text))[0], "title")
    else:
        events = vobject.readOne(text).vevent_list
        (title,) = [
            one.summary.value for one in events if one.dtstart.value == date(2026, 11, 1)
        ]
    assert 'A <b>bold</b> & "odd"; one,\\ and ә\nnext ұұұ' in title


def test_the_page_leads_to_both_and_says_what_the_calendar_leaves_out(client, see):
    page = client.get("/en/timeline/").page()
    assert f'type="application/atom+xml" title="Timeline" href="{FEED}"' in page
    assert f'href="{CALENDAR}"' in page
    events = vobject.readOne(client.get(CALENDAR).content.decode()).vevent_list
    assert f"The calendar holds the {len(events)} of" in see("/en/timeline/")
