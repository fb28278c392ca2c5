from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.contrib.sitemaps import Sitemap
from django.urls import reverse

from content.addresses import CONTEXT
from content.events import event_facts, events_of
from elections.contestants.fetching import subjects_with_pages
from elections.votes.fetching import election_keys
from facts.glossary import PREFIX
from facts.models import Disagreement, Document, Passage, Subject, Topic
from parliament.chambers.fetching import institutions


def keys_of(topic: str) -> list[str]:
    """The keys of the subjects of a topic that have something to show."""
    return [subject.key for subject in Subject.objects.told(topic)]


class Pages(Sitemap):
    """Every public page once, without a date."""

    def items(self) -> Sequence[tuple[str, dict[str, str]]]:
        """URL names with their arguments."""
        names = (
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
        found = institutions()
        chambers = [one.subject.key for one in found]
        entries = [one.key for one in events_of(event_facts(), found)]
        questions = Disagreement.objects.values_list("key", flat=True)
        documents = Document.objects.values_list("key", flat=True)
        passages = Passage.objects.values_list("document__key", "key")
        return [
            *((name, {}) for name in names),
            *(("parliament:chamber-detail", {"slug": key}) for key in chambers),
            *(("parliament:chamber-history", {"slug": key}) for key in chambers),
            *(("parliament:power-detail", {"slug": key}) for key in keys_of(Topic.POWERS)),
            *(
                ("parliament:term-detail", {"slug": key.removeprefix(PREFIX)})
                for key in keys_of(Topic.TERMS)
            ),
            *(("elections:election-detail", {"slug": key}) for key in election_keys()),
            *(
                ("elections:party-detail", {"slug": one.key})
                for one in subjects_with_pages(Topic.PARTIES)
            ),
            *(
                ("elections:person-detail", {"slug": one.key})
                for one in subjects_with_pages(Topic.PEOPLE)
            ),
            *(("pages:timeline-entry", {"slug": key}) for key in entries),
            *(("pages:topic-detail", {"topic": str(topic)}) for topic in CONTEXT),
            *(("pages:disagreement-detail", {"slug": key}) for key in questions),
            *(("pages:source-detail", {"slug": key}) for key in documents),
            *(
                ("pages:passage-detail", {"document": document, "slug": key})
                for document, key in passages
            ),
        ]

    def location(self, item: tuple[str, dict[str, str]]) -> str:
        """The address of a page."""
        name, arguments = item
        return reverse(name, kwargs=arguments)


SITEMAPS: dict[str, Any] = {"pages": Pages}
