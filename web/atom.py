"""An Atom feed that keeps what RFC 4287 demands and Django's own leaves open."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime
from typing import Any
from urllib.parse import urlsplit

from django.utils.feedgenerator import Atom1Feed
from django.utils.xmlutils import SimplerXMLGenerator

SINCE = date(2026, 11, 22)
"""The day from which the site names its feeds: part of their ids, so never to change."""

NOT_IN_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


class Feed(Atom1Feed):
    """Summaries are plain text, and an empty feed was last updated when it began.

    ``changed`` is when the feed itself last changed, if that is known: an entry that is
    gone leaves no date.
    """

    def latest_post_date(self) -> datetime:
        """When its newest entry was updated, or the feed itself where that is later."""
        # Django says "now", and an empty feed would be another with each request.
        began = datetime(SINCE.year, SINCE.month, SINCE.day, tzinfo=UTC)
        newest = super().latest_post_date() if self.items else began
        return max(newest, self.feed.get("changed") or newest)

    def add_item_elements(self, handler: SimplerXMLGenerator, item: dict[str, Any]) -> None:
        """As Django, but with the description as text, which Django calls HTML."""
        super().add_item_elements(handler, {**item, "description": None})
        handler.addQuickElement("summary", item["description"], {"type": "text"})


def tag(host: str, day: date, name: str) -> str:
    """A permanent id, as RFC 4151 has it: ``tag:example.org,2026-11-23:change-12``.

    ``host`` may have a port; ``day`` is one on which the site answered there. It tells
    nothing of an address, so that a page can move and its entry stay the same.
    """
    return f"tag:{urlsplit(f'//{host}').hostname},{day}:{name}"


def without_control_characters(text: str) -> str:
    """``text`` without the characters that XML cannot hold, which Django refuses."""
    return NOT_IN_XML.sub("", text)
