"""Where the site tells of a party or a person, and of the bodies they had posts in."""

from __future__ import annotations

from django.urls import reverse

from facts.models import Subject, Topic

PAGES: dict[str, str] = {
    Topic.PARTIES: "elections:party-detail",
    Topic.PEOPLE: "elections:person-detail",
}
"""The pages of those of whom every one has a page under its own key."""


def contestant_address(subject: Subject) -> str:
    """The address of the page of a party or a person; empty for any other subject."""
    name = PAGES.get(subject.topic)
    return reverse(name, kwargs={"slug": subject.key}) if name else ""


def body_address(body: Subject) -> str:
    """The address of the page of a party or a chamber; of the presidency, its topic."""
    if body.topic == Topic.PRESIDENCY:
        return reverse("pages:topic-detail", kwargs={"topic": body.topic})
    chamber = reverse("parliament:chamber-detail", kwargs={"slug": body.key})
    return contestant_address(body) or chamber
