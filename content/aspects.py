"""The kinds of aspects that facts on the state around the Parliament have."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from facts import aspects as facts
from facts.aspects import AspectKind, EventKind
from facts.models import Topic

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

KINDS = (
    COURT_EXISTENCE,
    SET_UP,
    COURT_NAME,
    JURY_TRIALS,
    ADOPTED,
    IN_FORCE,
    STEP_TO_CONSTITUTION,
    TEXT_PUBLISHED,
    AMENDED,
    TERM_LIMIT,
    TITLE_HOLDER,
    TITLE_STEP,
    LEADER,
    LEADER_LAW,
    CITY,
    PLACE_NAME,
    REGIONS,
    CITIES,
    CITY_STATUS,
    COMMITTEE,
    TAKES_PART,
)
"""The kinds that no app below declares."""
