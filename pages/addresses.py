"""Where the site tells of a fact: the page of its subject, or of its topic."""

from __future__ import annotations

from datetime import date

from django.urls import reverse

from facts.glossary import slug_of
from facts.models import Fact, Subject, Topic
from pages.views.topics import CONTEXT
from web.on import FIRST_DAY


def address_of(fact: Fact, chambers: set[str], today: date) -> str:
    """The address of the page that tells of ``fact``; empty where there is none yet.

    It asks for the first day on which the fact surely holds, where the site covers that
    day. ``chambers`` are the keys of the subjects that have a page as an institution.
    """
    page = page_of(fact.subject, chambers)
    day = fact.period.start.latest
    is_dated = fact.subject.topic != Topic.TERMS and FIRST_DAY <= day <= today
    return f"{page}?on={day}" if page and is_dated else page


def page_of(subject: Subject, chambers: set[str]) -> str:
    """The address of the page about ``subject``; empty where there is none yet."""
    if subject.key in chambers:
        return reverse("parliament:chamber-detail", kwargs={"slug": subject.key})
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
