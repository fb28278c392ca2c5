"""Feed and calendar after a published change: readers that go by dates see it."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
import vobject

from content.models import Aim
from tests import atom
from tests.pages.change_pages import Publisher
from tests.pages.views.test_feeds import CALENDAR, ENTRY, FEED

pytestmark = pytest.mark.django_db
KEY = "kurultai-2026-08-23-held"
NOW = datetime(2026, 11, 30, 19, 49, 42, tzinfo=UTC)


@pytest.fixture
def publish(monkeypatch):
    monkeypatch.setattr("bench.changes.moves.now", lambda: NOW)
    return Publisher()


def updated(client):
    """When the feed was updated, and each of its entries by the key of its fact."""
    feed = atom.read(client.get(FEED).text)
    assert atom.faults(feed) == []
    entries = {
        atom.address(entry).removeprefix(ENTRY).strip("/"): atom.said(entry, "updated")
        for entry in atom.entries(feed)
    }
    return atom.said(feed, "updated"), entries


def events(client):
    calendar = vobject.readOne(client.get(CALENDAR).content.decode())
    return {
        event.url.value.removeprefix(ENTRY).strip("/"): event
        for event in calendar.vevent_list
    }


def test_a_correction_moves_its_entry_and_the_feed(client, publish):
    _before, entries = updated(client)
    publish(Aim.CORRECT, KEY, sentence_en="The Kurultai was elected, corrected.")
    moment, after = updated(client)
    assert moment == after[KEY] == NOW.isoformat()
    assert {name for name in after if after[name] != entries[name]} == {KEY}


def test_a_correction_moves_its_event(client, publish):
    before = events(client)
    publish(Aim.CORRECT, KEY, sentence_en="The Kurultai was elected, corrected.")
    publish(Aim.CORRECT, KEY, sentence_en="The Kurultai was elected, corrected again.")
    after = events(client)
    moved = {name for name in after if after[name].serialize() != before[name].serialize()}
    assert moved == {KEY}
    event = after[KEY]
    assert event.dtstamp.value == event.last_modified.value == NOW.replace(microsecond=0)
    assert (before[KEY].sequence.value, event.sequence.value) == ("0", "2")


def test_what_is_retired_moves_the_feed(client, publish):
    publish(Aim.RETIRE, KEY)
    moment, entries = updated(client)
    assert KEY not in entries
    assert moment == NOW.isoformat()


def test_a_renamed_subject_moves_every_entry_that_names_it(client, publish):
    publish(Aim.CORRECT, "kurultai", kind="subject", name_en="Kurultay")
    moment, entries = updated(client)
    assert moment == NOW.isoformat()
    assert entries[KEY] != NOW.isoformat()  # of an election, which is a subject of its own
    assert NOW.isoformat() in entries.values()
