"""The feed of published changes."""

from __future__ import annotations

from copy import deepcopy
from datetime import UTC, datetime
from xml.etree.ElementTree import SubElement

import pytest

from bench.models import Change
from content.models import Aim
from content.serialisers import SERIALISERS
from facts.blocks.writing import block_now
from facts.models import Fact
from tests import atom, factories
from tests.atom import NS
from tests.pages.change_pages import (
    FEED,
    LIST,
    Publisher,
    article,
    changes_of_all_kinds,
    ids,
    shown,
    words,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def publish():
    """Publish a change that was begun: one writes it, another approves it."""
    return Publisher()


@pytest.fixture
def feed(client):
    """Read the feed with a reader that did not write it."""
    return lambda: atom.read(client.get(FEED).text)


@pytest.fixture
def some():
    """Changes of each kind of row."""
    changes_of_all_kinds()


def test_the_feed_keeps_to_its_rfc(feed, some):
    assert atom.faults(feed()) == []


def test_an_empty_feed_does_too_and_is_always_the_same(client, feed):
    assert atom.faults(feed()) == []
    assert client.get(FEED).content == client.get(FEED).content


def test_the_feed_says_what_the_database_says(client, feed, some):
    read = feed()
    entries = atom.entries(read)
    changes = list(Change.objects.published())
    assert len(entries) == len(changes) == 8
    assert atom.said(read, "updated") == changes[0].published_at.isoformat()
    assert atom.said(read.find(f"{NS}author"), "name") == "Shanyraq"
    assert atom.address(read) == f"http://testserver{LIST}"
    assert atom.address(read, "self") == f"http://testserver{FEED}"
    for entry, change in zip(entries, changes, strict=True):
        day = change.published_at.astimezone(UTC).date()
        assert atom.said(entry, "id") == f"tag:testserver,{day}:change-{change.pk}.en"
        for name in ("updated", "published"):
            assert datetime.fromisoformat(atom.said(entry, name)) == change.published_at
        summary = atom.said(entry, "summary")
        assert entry.find(f"{NS}summary").get("type") == "text"
        assert summary.splitlines()[0] == change.reason_en
        title = atom.said(entry, "title")
        assert title.startswith(f"{change.get_aim_display()}: ")
        address = atom.address(entry)
        assert address == (f"http://testserver{LIST}?change={change.pk}#change-{change.pk}")
        assert change.pk in shown(client, address.partition(LIST)[2].partition("#")[0])
        assert title.partition(": ")[2] in words(article(client, change))
    last, new = changes[0], changes[1]
    subject = {one.key: one.name_en for one in map(subject_of, (last, new))}
    assert atom.said(entries[0], "title") == (
        f"Corrected: {subject[last.block['subject']]}: remark"
    )
    assert atom.said(entries[0], "summary") == (
        f"{last.reason_en}\nAct: was “another act”, now “{last.block['act_en']}”"
    )
    (citation,) = Fact.objects.get(key=new.key).citations.all()
    assert atom.said(entries[1], "summary") == (
        f"{new.reason_en}\nFirst day it holds: “1 January 2000”\n"
        "The fact in one sentence: “It is so.”\nAct: “an act”\n"
        f"Citation: “{citation.passage}”"
    )


def subject_of(change):
    return Fact.objects.get(key=change.key).subject


def test_the_feed_tells_what_changed_beside(feed, publish):
    block = {
        **block_now(SERIALISERS["facts"], "kurultai-choice-threshold"),
        "key": "",
        "start": "2026-11-23",
    }
    publish(Aim.REPLACE, block=block, ends="kurultai-choice-threshold")
    (entry,) = atom.entries(feed())
    assert atom.said(entry, "summary").endswith(
        "\nChanged with it: Kurultai: choice threshold\n"
        "First day it no longer holds: was “open”, now “23 November 2026”"
    )


def test_an_id_knows_nothing_of_port_scheme_and_query(client, settings, some):
    settings.ALLOWED_HOSTS = ["Example.ORG"]
    settings.SITE_URL = "https://example.org"
    plain = atom.read(client.get(FEED, headers={"host": "example.org"}).text)
    other = atom.read(
        client.get(
            f"{FEED}?utm_source=x",
            headers={"host": "Example.ORG:8443", "x-forwarded-proto": "https"},
        ).text
    )
    assert atom.said(other, "id") == "tag:example.org,2026-11-22:changes.en"
    assert atom.address(other, "self") == f"https://example.org{FEED}"
    assert ids(plain) == ids(other)
    assert len(set(ids(plain))) == 9


def test_the_feed_has_the_thirty_newest(feed):
    for _ in range(31):
        factories.ChangeFactory()
    assert len(atom.entries(feed())) == 30
    assert atom.faults(feed()) == []


def child(element, name):
    return element.find(f"{NS}{name}")


def drop(name):
    return lambda element: element.remove(child(element, name))


def say(name, text):
    return lambda element: setattr(child(element, name), "text", text)


def add(name, **attributes):
    return lambda element: SubElement(element, f"{NS}{name}", attributes)


def link_to(address):
    return lambda element: child(element, "link").set("href", address)


def first(entry):
    return atom.entries(entry)[0]


def itself(feed):
    return feed


SEEDED = {
    "no id": (first, drop("id"), "entry: 0 id"),
    "no updated": (first, drop("updated"), "entry: 0 updated"),
    "no title": (first, drop("title"), "entry: 0 title"),
    "two ids": (first, add("id"), "entry: 2 id"),
    "no link": (first, drop("link"), "neither content nor a link"),
    "relative link": (first, link_to("/en/changes/"), "no whole address"),
    "two links": (first, add("link", href="https://a.example/"), "two links"),
    "two summaries": (first, add("summary"), "2 summary"),
    "no IRI": (first, say("id", "change-1"), "no IRI"),
    "no tag": (first, say("id", "tag:testserver:change-1"), "no tag"),
    "a day for a time": (first, say("updated", "2026-11-22"), "date"),
    "a time without a zone": (first, say("updated", "2026-11-22T10:00:00"), "date"),
    "no such day": (first, say("published", "2026-02-30T10:00:00Z"), "date"),
    "markup in text": (lambda feed: child(first(feed), "summary"), add("b"), "inside text"),
    "type": (
        lambda feed: child(first(feed), "summary"),
        lambda one: one.set("type", "text/plain"),
        "of type text/plain",
    ),
    "stray element": (first, add("pubDate"), "what is pubDate?"),
    "feed without author": (itself, drop("author"), "no author"),
    "nameless author": (lambda feed: child(feed, "author"), drop("name"), "no name"),
    "feed without id": (itself, drop("id"), "feed: 0 id"),
    "feed without updated": (itself, drop("updated"), "feed: 0 updated"),
    "feed with two titles": (itself, add("title"), "feed: 2 title"),
    "no link to itself": (
        itself,
        lambda feed: [feed.remove(one) for one in feed.findall(f"{NS}link")],
        "no link to itself",
    ),
    "duplicate ids": (
        itself,
        lambda feed: feed.append(deepcopy(first(feed))),
        "stands 2 times",
    ),
    "another root": (itself, lambda feed: setattr(feed, "tag", "rss"), "the root"),
}


@pytest.mark.parametrize("name", SEEDED)
def test_the_check_of_the_feed_can_fail(feed, some, name):
    read = feed()
    where, spoil, fault = SEEDED[name]
    spoil(where(read))
    assert [one for one in atom.faults(read) if fault in one]
