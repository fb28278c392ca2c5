"""The sitemap: every public page once, without a date."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import partial
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.contrib.sitemaps import Sitemap
from django.urls import reverse

from content.addresses import CONTEXT
from content.events import fetch_events
from elections.contestants.fetching import subjects_with_pages
from elections.votes.fetching import election_keys
from facts.glossary import slug_of
from facts.models import Disagreement, Document, Passage, Subject, Topic
from parliament.chambers.fetching import institutions

Arguments = tuple[str, ...]
"""What stands in the address of a page, in the order of its pattern."""


def chambers() -> Iterable[Arguments]:
    """The institutions that have a page."""
    return [(institution.subject.key,) for institution in institutions()]


def powers() -> Iterable[Arguments]:
    """The powers of which anything is told."""
    return [(power.key,) for power in Subject.objects.told(Topic.POWERS)]


def terms() -> Iterable[Arguments]:
    """The terms of the glossary."""
    return [(slug_of(term),) for term in Subject.objects.told(Topic.TERMS)]


def elections() -> Iterable[Arguments]:
    """The elections and referendums that have a page."""
    return [(key,) for key in election_keys()]


def contestants(topic: str) -> Iterable[Arguments]:
    """The parties or the people that have a page."""
    return [(subject.key,) for subject in subjects_with_pages(topic)]


def timeline_entries() -> Iterable[Arguments]:
    """Everything that happened."""
    return [(event.key,) for event in fetch_events()]


def topics() -> Iterable[Arguments]:
    """The topics around the Parliament."""
    return [(topic.value,) for topic in CONTEXT]


def disagreements() -> Iterable[Arguments]:
    """Every question on which the sources collide."""
    return Disagreement.objects.published().values_list("key")


def documents() -> Iterable[Arguments]:
    """Every document."""
    return Document.objects.published().values_list("key")


def passages() -> Iterable[Arguments]:
    """Every passage, after its document."""
    return Passage.objects.published().values_list("document__key", "key")


SINGLE_PAGES = (
    "pages:home",
    "parliament:chamber-list",
    "pages:timeline",
    "pages:disagreement-list",
    "pages:source-list",
    "parliament:power-list",
    "parliament:member-rules",
    "parliament:member-check",
    "parliament:term-list",
    "elections:election-list",
    "elections:party-list",
    "elections:person-list",
    "pages:committees",
    "pages:international",
    "pages:context-list",
    "pages:compare",
    "pages:change-list",
    "pages:about",
    "pages:styleguide",
)
"""The names of pages that stand alone."""

PAGES_FOR_EACH: tuple[tuple[str, Callable[[], Iterable[Arguments]]], ...] = (
    ("parliament:chamber-detail", chambers),
    ("parliament:chamber-history", chambers),
    ("parliament:power-detail", powers),
    ("parliament:term-detail", terms),
    ("elections:election-detail", elections),
    ("elections:party-detail", partial(contestants, Topic.PARTIES)),
    ("elections:person-detail", partial(contestants, Topic.PEOPLE)),
    ("pages:timeline-entry", timeline_entries),
    ("pages:topic-detail", topics),
    ("pages:disagreement-detail", disagreements),
    ("pages:source-detail", documents),
    ("pages:passage-detail", passages),
)
"""The names of pages that there is one of for each of many things, and these things."""


class Pages(Sitemap):
    """Every public page once, without a date."""

    def items(self) -> Sequence[tuple[str, Arguments]]:
        """URL names with their arguments."""
        single = [(name, ()) for name in SINGLE_PAGES]
        each = [
            (name, arguments) for name, things in PAGES_FOR_EACH for arguments in things()
        ]
        return [*single, *each]

    def get_protocol(self, protocol: str | None = None) -> str:
        """As the site's one address has it, whatever the request says."""
        return urlsplit(settings.SITE_URL).scheme

    def get_domain(self, site: Any = None) -> str:
        """The same of its name."""
        return urlsplit(settings.SITE_URL).netloc

    def location(self, item: tuple[str, Arguments]) -> str:
        """The address of a page."""
        name, arguments = item
        return reverse(name, args=arguments)


SITEMAPS: dict[str, Any] = {"pages": Pages}
