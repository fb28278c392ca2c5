"""The one table of aspects: every kind, and the group in which each surface tells it.

``parliament`` and ``elections`` declare the kinds that they know; those of the state
around the Parliament stand here. No fact is published whose aspect is outside the table:
no page would show it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.db import models
from django.utils.translation import gettext_lazy as _

from content.comparison.groups import ComparisonGroup
from elections import aspects as elections
from facts import aspects as facts
from facts.aspects import AspectKind, AspectTable, EventKind
from facts.models import Topic
from parliament import aspects as parliament

# --- kinds of the state around the Parliament -----------------------------------------

COURT_EXISTENCE = AspectKind(
    facts.EXISTENCE,
    (Topic.COURTS,),
    _("From when until when a court, council or commission was there."),
    example="existence",
    detail="existence",
    event=EventKind.INSTITUTION,
)
SET_UP = AspectKind(
    "set-up",
    (Topic.COURTS,),
    _("When a body was set up, where no more of its existence is told."),
    example="set-up",
    event=EventKind.INSTITUTION,
)
COURT_NAME = AspectKind(
    facts.NAME,
    (Topic.COURTS,),
    _("What a court, council or commission was called."),
    example="name",
    event=EventKind.NAME,
)
JURY_TRIALS = AspectKind(
    "jury-trials",
    (Topic.COURTS,),
    _("Since when juries try cases."),
    example="jury-trials",
    event=EventKind.LAW,
)
ADOPTED = AspectKind(
    "adopted",
    (Topic.LAW,),
    _("When a constitution was adopted, and by whom."),
    example="adopted",
    event=EventKind.CONSTITUTION,
)
IN_FORCE = AspectKind(
    "in-force",
    (Topic.LAW,),
    _("From when until when a constitution was in force."),
    example="in-force",
    event=EventKind.CONSTITUTION,
)
STEP_TO_CONSTITUTION = AspectKind(
    "step-",
    (Topic.LAW,),
    _("A step on the way to a constitution or to independence."),
    example="step-draft",
    event=EventKind.CONSTITUTION,
)
TEXT_PUBLISHED = AspectKind(
    "text-published",
    (Topic.LAW,),
    _("When the text of a constitution was published."),
    example="text-published",
    event=EventKind.CONSTITUTION,
)
AMENDED = AspectKind(
    "amended",
    (Topic.LAW,),
    _("When a constitution was amended, and how."),
    example="amended",
    event=EventKind.AMENDMENT,
)
TERM_LIMIT = AspectKind(
    "term-limit",
    (Topic.PRESIDENCY,),
    _("How often the same person could be President."),
    example="term-limit",
)
TITLE_HOLDER = AspectKind(
    "holder",
    (Topic.PEOPLE,),
    _("Who held a title."),
    example="holder",
)
TITLE_STEP = AspectKind(
    "title-",
    (Topic.PEOPLE,),
    _("A step in the life of a title: proposed, created, awarded, taken away."),
    example="title-award",
    event=EventKind.TITLE,
)
LEADER = AspectKind(
    "leader-of-the-nation",
    (Topic.PEOPLE,),
    _("That somebody held the title Leader of the Nation."),
    example="leader-of-the-nation",
    event=EventKind.TITLE,
)
LEADER_LAW = AspectKind(
    "leader-law-passed",
    (Topic.PEOPLE,),
    _("When the law on the title Leader of the Nation was passed."),
    example="leader-law-passed",
    event=EventKind.LAW,
)
CITY = AspectKind(
    "city",
    (Topic.PLACES,),
    _("Which city was the capital."),
    example="city",
    event=EventKind.PLACE,
)
PLACE_NAME = AspectKind(
    facts.NAME,
    (Topic.PLACES,),
    _("What a place was called."),
    example="name",
    event=EventKind.PLACE,
)
REGIONS = AspectKind(
    "number",
    (Topic.PLACES,),
    _("How many regions there were."),
    example="number",
    event=EventKind.PLACE,
)
CITIES = AspectKind(
    "cities",
    (Topic.PLACES,),
    _("How many cities stood beside the regions."),
    example="cities",
    event=EventKind.PLACE,
)
CITY_STATUS = AspectKind(
    "status",
    (Topic.PLACES,),
    _("The status of a city."),
    example="status",
    event=EventKind.PLACE,
)
COMMITTEE = AspectKind(
    "committee",
    (Topic.COMMITTEES,),
    _("That a standing committee was there, and what it did."),
    example="committee",
)
TAKES_PART = AspectKind(
    "takes-part",
    (Topic.WORLD,),
    _("In which body abroad the Parliament took part."),
    example="takes-part",
)


# --- the groups in which they are told ------------------------------------------------


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
        COURT_EXISTENCE,
    ),
    *_entries(
        BenchGroup.INSTITUTION,
        ComparisonGroup.NAMES,
        parliament.NAME,
        parliament.NAME_OF,
        COURT_NAME,
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
        TERM_LIMIT,
    ),
    *_entries(BenchGroup.SEATS, ComparisonGroup.SYSTEMS, parliament.CHOICE),
    *_entries(
        BenchGroup.POSTS,
        ComparisonGroup.POSTS,
        parliament.CHAIR,
        parliament.DEPUTY_CHAIR,
        parliament.HOLDER,
        elections.PARTY_CHAIR,
        TITLE_HOLDER,
        LEADER,
        LEADER_LAW,
    ),
    *_entries(BenchGroup.POSTS, None, parliament.RULE_FOR_CHAIR, TITLE_STEP),
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
    *_entries(BenchGroup.STATE, ComparisonGroup.STATE, SET_UP, JURY_TRIALS, IN_FORCE),
    *_entries(
        BenchGroup.STATE,
        None,
        ADOPTED,
        AMENDED,
        STEP_TO_CONSTITUTION,
        TEXT_PUBLISHED,
        COMMITTEE,
        TAKES_PART,
    ),
    *_entries(
        BenchGroup.STATE,
        ComparisonGroup.PLACES,
        CITY,
        PLACE_NAME,
        REGIONS,
        CITIES,
        CITY_STATUS,
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

LIVES = (facts.EXISTENCE, IN_FORCE.name)
"""The kinds that say from when until when their subject itself is there."""

_COMPARED = {entry.kind: entry.comparison for entry in TABLE}


def comparison_group(aspect: str, topic: str) -> ComparisonGroup | None:
    """The group that tells a fact in a comparison; none where a comparison does not."""
    kind = ASPECTS.kind_of(aspect, topic)
    if kind is None:
        return None
    return NOTES_COMPARED.get(topic) if kind is facts.NOTE else _COMPARED[kind]
