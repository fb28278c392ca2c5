"""Where the site tells of a fact: the page of its subject, or of its topic."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from django.urls import reverse

from elections.contestants.addresses import contestant_address
from elections.votes.fetching import election_keys
from facts.glossary import slug_of
from facts.held import held
from facts.models import Fact, Passage, Subject, Topic
from parliament.chambers.fetching import institutions
from web.on import FIRST_DAY

CONTEXT = (Topic.PRESIDENCY, Topic.LAW, Topic.COURTS, Topic.PLACES, Topic.SOCIETY)
"""What stands around the Parliament, and has a page of its own under ``context/``."""

UNDATED = (Topic.TERMS, Topic.ELECTIONS)
"""Topics whose pages show the same on every day."""


@held
def own_pages() -> dict[str, str]:
    """The addresses of pages about a single institution or election, by its key.

    Only those have one that facts make an institution or an election, so this asks the
    database: twice, whatever the number of subjects.
    """
    chambers = [institution.subject.key for institution in institutions()]
    kinds = (
        ("parliament:chamber-detail", chambers),
        ("elections:election-detail", election_keys()),
    )
    return {
        key: reverse(name, kwargs={"slug": key}) for name, keys in kinds for key in keys
    }


def address_of(fact: Fact, own: Mapping[str, str], today: date) -> str:
    """The address of the page that tells of ``fact``; empty where there is none yet.

    It asks for the first day on which the fact surely holds, where the site covers that
    day. ``own`` is what ``own_pages`` gives.
    """
    page = page_of(fact.subject, own)
    day = fact.period.start.latest
    is_dated = fact.subject.topic not in UNDATED and FIRST_DAY <= day <= today
    return f"{page}?on={day}" if page and is_dated else page


def page_of(subject: Subject, own: Mapping[str, str]) -> str:
    """The address of the page about ``subject``; empty where there is none yet.

    ``own`` is what ``own_pages`` gives.
    """
    if subject.key in own:
        return own[subject.key]
    if address := contestant_address(subject):
        return address
    if subject.topic == Topic.ELECTIONS:
        return reverse("elections:election-list")
    if subject.topic == Topic.POWERS:
        return reverse("parliament:power-detail", kwargs={"slug": subject.key})
    if subject.topic == Topic.TERMS:
        return reverse("parliament:term-detail", kwargs={"slug": slug_of(subject)})
    if subject.topic == Topic.COMMITTEES:
        return reverse("pages:committees")
    if subject.topic == Topic.WORLD:
        return reverse("pages:international")
    if subject.topic in CONTEXT:
        return reverse("pages:topic-detail", kwargs={"topic": subject.topic})
    return ""


def page_of_passage(passage: Passage) -> str:
    """The address of the page about a passage; its document should be there already."""
    arguments = {"document": passage.document.key, "slug": passage.key}
    return reverse("pages:passage-detail", kwargs=arguments)
