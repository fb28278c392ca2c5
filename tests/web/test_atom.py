"""What Django leaves open of an Atom feed; the feeds themselves are tested with theirs."""

from __future__ import annotations

from datetime import UTC, date, datetime
from xml.etree import ElementTree

import pytest

from web.atom import SINCE, Feed, tag, without_control_characters

ATOM = "{http://www.w3.org/2005/Atom}"


def feed():
    return Feed(title="Changes", link="https://example.org/", description="")


def written(made):
    return ElementTree.fromstring(made.writeString("utf-8"))  # noqa: S314 - our own


def test_an_empty_feed_was_last_updated_when_it_began():
    assert feed().latest_post_date().date() == SINCE
    assert written(feed()).findtext(f"{ATOM}updated").startswith(SINCE.isoformat())


def test_a_feed_was_last_updated_with_its_newest_entry():
    made, newest = feed(), datetime(2026, 12, 1, tzinfo=UTC)
    for day in (newest, datetime(2026, 11, 23, tzinfo=UTC)):
        made.add_item("It", "https://example.org/1", "What it was", updateddate=day)
    assert made.latest_post_date() == newest


@pytest.mark.parametrize(
    ("changed", "counts"), [("2026-12-02", True), ("2026-11-01", False)]
)
def test_a_feed_that_changed_later_than_its_entries_was_updated_then(changed, counts):
    day, newest = (
        datetime.fromisoformat(f"{text}T00:00:00+00:00") for text in (changed, "2026-12-01")
    )
    made = Feed(title="It", link="https://example.org/", description="", changed=day)
    made.add_item("It", "https://example.org/1", "What it was", updateddate=newest)
    assert made.latest_post_date() == (day if counts else newest)


def test_a_summary_is_plain_text():
    made = feed()
    made.add_item(
        "It",
        "https://example.org/1",
        "Less < more",
        updateddate=datetime(2026, 12, 1, tzinfo=UTC),
    )
    (summary,) = written(made).iter(f"{ATOM}summary")
    assert summary.attrib == {"type": "text"}
    assert summary.text == "Less < more"


@pytest.mark.parametrize("host", ["example.org", "example.org:8000"])
def test_an_id_tells_nothing_of_an_address(host):
    assert tag(host, date(2026, 11, 23), "change-12") == (
        "tag:example.org,2026-11-23:change-12"
    )


def test_characters_that_xml_cannot_hold_are_left_out():
    assert without_control_characters("Мәжіліс\x00\x0b\n\ud800😀") == "Мәжіліс\n😀"
