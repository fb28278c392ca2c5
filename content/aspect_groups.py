"""The one table of aspects: every kind, and the group in which each surface tells it.

Outside the table no fact is published: no page would show it. The group of the timeline is
the kind of event that a kind of aspect names itself.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.db import models
from django.utils.translation import gettext_lazy as _

from content import aspects as around
from elections import aspects as elections
from facts import aspects as facts
from facts.aspects import AspectKind, AspectTable
from facts.models import Topic
from parliament import aspects as parliament


class BenchGroup(models.TextChoices):
    """The headings under which the bench lists the kinds of aspects."""

    INSTITUTION = "institution", _("An institution")
    SEATS = "seats", _("Seats and terms")
    POSTS = "posts", _("Posts and titles")
    MEMBERS = "members", _("Rules for members")
    POWERS = "powers", _("Powers")
    VOTE = "vote", _("A vote")
    RESULTS = "results", _("Figures and results of a vote")
    RULES = "rules", _("Rules of elections")
    PARTIES = "parties", _("Parties and people")
    STATE = "state", _("The state around the Parliament")
    TERMS = "terms", _("Words explained")
    OTHER = "other", _("Gaps, and anything else")


class ComparisonGroup(models.TextChoices):
    """What a change is of, in the order in which a page tells it."""

    INSTITUTIONS = "institutions", _("Institutions")
    SEATS = "seats", _("Seats")
    SYSTEMS = "systems", _("How seats are filled")
    TERMS = "terms", _("Terms of office")
    POWERS = "powers", _("Powers")
    MEMBERS = "members", _("Rules for members")
    POSTS = "posts", _("Posts")
    NAMES = "names", _("Names")
    PLACES = "places", _("Capital and territory")
    STATE = "state", _("President, constitution and courts")
    PERHAPS = "perhaps", _("May have changed in this time")


@dataclass(frozen=True)
class AspectEntry:
    """A kind of aspect with its groups; the timeline's is the kind of event.

    ``comparison`` is empty where a comparison of two days does not tell such facts, as of
    what only happened on a day.
    """

    kind: AspectKind
    bench: BenchGroup
    comparison: ComparisonGroup | None = None


def _entries(
    bench: BenchGroup, comparison: ComparisonGroup | None, *kinds: AspectKind
) -> Iterable[AspectEntry]:
    return (AspectEntry(kind, bench, comparison) for kind in kinds)


TABLE: tuple[AspectEntry, ...] = (
    *_entries(
        BenchGroup.INSTITUTION,
        ComparisonGroup.INSTITUTIONS,
        parliament.EXISTENCE,
        around.COURT_EXISTENCE,
    ),
    *_entries(
        BenchGroup.INSTITUTION,
        ComparisonGroup.NAMES,
        parliament.NAME,
        parliament.NAME_OF,
        around.COURT_NAME,
    ),
    *_entries(
        BenchGroup.INSTITUTION,
        None,
        parliament.DISSOLVED,
        parliament.ALONE,
        parliament.STEP_OF_DISSOLUTION,
        parliament.FIRST_SITTING,
        parliament.CONVOCATION,
        parliament.SUCCESSION,
    ),
    *_entries(
        BenchGroup.SEATS,
        ComparisonGroup.SEATS,
        parliament.COMPOSITION,
        parliament.COMPOSITION_IN_LAW,
    ),
    *_entries(
        BenchGroup.SEATS,
        ComparisonGroup.TERMS,
        parliament.TERM,
        elections.TERM_IN_LAW,
        around.TERM_LIMIT,
    ),
    *_entries(BenchGroup.SEATS, ComparisonGroup.SYSTEMS, parliament.CHOICE),
    *_entries(
        BenchGroup.POSTS,
        ComparisonGroup.POSTS,
        parliament.CHAIR,
        parliament.DEPUTY_CHAIR,
        parliament.HOLDER,
        elections.PARTY_CHAIR,
        around.TITLE_HOLDER,
        around.LEADER,
        around.LEADER_LAW,
    ),
    *_entries(BenchGroup.POSTS, None, parliament.RULE_FOR_CHAIR, around.TITLE_STEP),
    *_entries(
        BenchGroup.MEMBERS,
        ComparisonGroup.MEMBERS,
        parliament.REQUIREMENT,
        parliament.INELIGIBLE,
        parliament.MANDATE,
        parliament.OATH,
        parliament.INCOMPATIBLE,
        parliament.IMMUNITY,
        parliament.IMMUNITY_RULE,
        parliament.DUTY,
        parliament.RIGHT,
    ),
    *_entries(BenchGroup.MEMBERS, None, parliament.GAP_OF_MEMBERS),
    *_entries(BenchGroup.POWERS, ComparisonGroup.POWERS, parliament.POWER),
    *_entries(
        BenchGroup.VOTE,
        None,
        elections.HELD,
        elections.CALLED,
        elections.VOTING_ROUND,
        elections.ASSEMBLY_ELECTION,
        elections.ASKED,
        elections.DECIDED,
        elections.OUTCOME,
        elections.FOLLOWED,
        elections.FOLLOWED_BY,
        elections.ANNULLED,
        elections.INAUGURATION,
    ),
    *_entries(
        BenchGroup.RESULTS, None, elections.FIGURE, elections.RESULT, elections.RESULT_BY
    ),
    *_entries(BenchGroup.RULES, ComparisonGroup.SYSTEMS, elections.SYSTEM),
    *_entries(BenchGroup.RULES, None, elections.ELECTION_LAW),
    *_entries(
        BenchGroup.PARTIES,
        ComparisonGroup.NAMES,
        elections.PARTY_NAME,
        elections.PERSON_NAME,
    ),
    *_entries(
        BenchGroup.PARTIES, None, elections.REGISTERED, elections.FOUNDED, elections.MERGER
    ),
    *_entries(
        BenchGroup.STATE,
        ComparisonGroup.STATE,
        around.SET_UP,
        around.JURY_TRIALS,
        around.IN_FORCE,
    ),
    *_entries(
        BenchGroup.STATE,
        None,
        around.ADOPTED,
        around.AMENDED,
        around.STEP_TO_CONSTITUTION,
        around.TEXT_PUBLISHED,
        around.COMMITTEE,
        around.TAKES_PART,
    ),
    *_entries(
        BenchGroup.STATE,
        ComparisonGroup.PLACES,
        around.CITY,
        around.PLACE_NAME,
        around.REGIONS,
        around.CITIES,
        around.CITY_STATUS,
    ),
    *_entries(BenchGroup.TERMS, None, parliament.MEANING),
    *_entries(BenchGroup.OTHER, None, facts.OPEN_QUESTION, facts.NOTE),
)
"""Every kind of aspect, once."""

NOTES_COMPARED: dict[str, ComparisonGroup] = {
    Topic.POWERS: ComparisonGroup.POWERS,
    Topic.PLACES: ComparisonGroup.PLACES,
    Topic.PRESIDENCY: ComparisonGroup.STATE,
    Topic.LAW: ComparisonGroup.STATE,
    Topic.COURTS: ComparisonGroup.STATE,
}
"""Where a comparison tells what is noted of the subjects of a topic."""

ASPECTS = AspectTable(entry.kind for entry in TABLE)
"""All kinds, to look one up by aspect and topic."""

LIVES = (facts.EXISTENCE, around.IN_FORCE.name)
"""The kinds that say from when until when their subject itself is there."""

_COMPARED = {entry.kind: entry.comparison for entry in TABLE}


def comparison_group(aspect: str, topic: str) -> ComparisonGroup | None:
    """The group that tells a fact in a comparison; none where a comparison does not."""
    kind = ASPECTS.kind_of(aspect, topic)
    if kind is None:
        return None
    return NOTES_COMPARED.get(topic) if kind is facts.NOTE else _COMPARED[kind]
