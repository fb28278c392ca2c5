"""What a comparison of two days tells, group by group."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _l

from elections.aspects import SYSTEM
from facts.models import Basis, Fact, Topic
from parliament import aspects


class ComparisonGroup(models.TextChoices):
    """What a change is of, in the order in which a page tells it."""

    INSTITUTIONS = "institutions", _l("Institutions")
    SEATS = "seats", _l("Seats")
    SYSTEMS = "systems", _l("How seats are filled")
    TERMS = "terms", _l("Terms of office")
    POWERS = "powers", _l("Powers")
    MEMBERS = "members", _l("Rules for members")
    POSTS = "posts", _l("Posts")
    NAMES = "names", _l("Names")
    PLACES = "places", _l("Capital and territory")
    STATE = "state", _l("President, constitution and courts")
    PERHAPS = "perhaps", _l("May have changed in this time")


MEMBERS = (
    aspects.REQUIREMENT,
    "duty-",
    "right-",
    "mandate-",
    "immunity",
    "incompatible-",
    "ineligible-",
    "oath-",
    "pay-",
)
"""How the aspects of the rules for members begin."""


EVENTS = (
    "adopted",
    "amended",
    "step-",
    "text-published",
    aspects.DISSOLVED,
    aspects.FIRST_SITTING,
    aspects.SUCCESSION,
    aspects.OPEN_QUESTION,
    "gap-",
)
"""What happens on a day, or is only not known: no state that could change."""


LIFE = (aspects.EXISTENCE, "in-force")
"""The aspects that say from when until when their subject itself is there."""


def group_of(fact: Fact) -> ComparisonGroup | None:
    """The group that tells of a fact; none where a comparison does not."""
    topic, aspect = fact.subject.topic, fact.aspect
    if fact.basis == Basis.GAP or aspect.startswith(EVENTS):
        return None
    if aspect in (aspects.COMPOSITION, aspects.COMPOSITION_IN_LAW):
        return ComparisonGroup.SEATS
    if aspect.startswith(aspects.CHOICE) or aspect == SYSTEM:
        return ComparisonGroup.SYSTEMS
    if topic == Topic.POWERS:
        return ComparisonGroup.POWERS
    if aspect == aspects.TERM or (topic == Topic.PRESIDENCY and aspect.startswith("term-")):
        return ComparisonGroup.TERMS
    if topic == Topic.PLACES:
        return ComparisonGroup.PLACES
    if aspect == aspects.NAME or aspect.startswith("name-"):
        return ComparisonGroup.NAMES
    if aspect == aspects.EXISTENCE:
        return ComparisonGroup.INSTITUTIONS
    if aspect.startswith((aspects.CHAIR, aspects.DEPUTY_CHAIR, aspects.HOLDER, "leader-")):
        return ComparisonGroup.POSTS
    if topic == Topic.PARLIAMENT:
        return ComparisonGroup.MEMBERS if aspect.startswith(MEMBERS) else None
    if topic in (Topic.PRESIDENCY, Topic.LAW, Topic.COURTS):
        return ComparisonGroup.STATE
    return None
