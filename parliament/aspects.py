"""The kinds of aspects that facts on institutions, members, powers and terms have."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from facts import aspects
from facts.aspects import AspectKind, AspectTable, EventKind
from facts.models import Topic

PARLIAMENT = (Topic.PARLIAMENT,)

# --- institutions ---------------------------------------------------------------------

EXISTENCE = AspectKind(
    aspects.EXISTENCE,
    PARLIAMENT,
    _("From when until when an institution was there, and what began and ended it."),
    example="existence",
    detail="existence",
    event=EventKind.INSTITUTION,
)
NAME = AspectKind(
    aspects.NAME,
    PARLIAMENT,
    _("What an institution was called, in every language and script that is known."),
    example="name",
    event=EventKind.NAME,
)
NAME_OF = AspectKind(
    "name-",
    PARLIAMENT,
    _("What something of an institution was called; the free part says what."),
    example="name-chambers",
)
COMPOSITION = AspectKind(
    "composition",
    PARLIAMENT,
    _("How many seats there were for which members had been chosen, and how."),
    example="composition",
    detail="composition",
    event=EventKind.SEATS,
)
COMPOSITION_IN_LAW = AspectKind(
    "composition-in-law",
    PARLIAMENT,
    _("How many seats the law laid down, whether or not members had been chosen."),
    example="composition-in-law",
    detail="composition",
    is_detail_optional=True,
)
TERM = AspectKind(
    "term",
    PARLIAMENT,
    _("For how many years members served."),
    example="term",
    detail="term",
    event=EventKind.SEATS,
)
CHOICE = AspectKind(
    "choice-",
    PARLIAMENT,
    _("A rule on how members were chosen; the free part is the way, or its own word."),
    example="choice-appointed",
)
DISSOLVED = AspectKind(
    "dissolved",
    PARLIAMENT,
    _("That it was dissolved, until new members were elected."),
    example="dissolved",
    event=EventKind.DISSOLUTION,
)
ALONE = AspectKind(
    "alone",
    PARLIAMENT,
    _("That it made the laws without the other chamber."),
    example="alone",
    event=EventKind.DISSOLUTION,
)
STEP_OF_DISSOLUTION = AspectKind(
    "step-",
    PARLIAMENT,
    _("A step of a dissolution that is a subject of its own."),
    example="step-ruling",
    event=EventKind.DISSOLUTION,
)
FIRST_SITTING = AspectKind(
    "first-sitting",
    PARLIAMENT,
    _("The day on which newly chosen members first met."),
    example="first-sitting",
    event=EventKind.SITTING,
)
CONVOCATION = AspectKind(
    "convocation",
    PARLIAMENT,
    _("One run of an institution from election to election, with its number."),
    example="convocation",
    detail="convocation",
    event=EventKind.CONVOCATION,
)
SUCCESSION = AspectKind(
    "succession-",
    PARLIAMENT,
    _("What took the place of an institution; the free part is the key of the successor."),
    example="succession-senate",
    detail="succession",
)

# --- posts ----------------------------------------------------------------------------

CHAIR = AspectKind(
    "chair",
    PARLIAMENT,
    _("Who chaired an institution."),
    example="chair",
    detail="membership",
    event=EventKind.POST,
)
DEPUTY_CHAIR = AspectKind(
    "deputy-chair-",
    PARLIAMENT,
    _("Who was one of the deputy chairs; the free part is the key of the person."),
    example="deputy-chair-albert-rau",
    detail="membership",
    event=EventKind.POST,
)
RULE_FOR_CHAIR = AspectKind(
    "rule-for-chair",
    PARLIAMENT,
    _("How the chair was chosen."),
    example="rule-for-chair",
)

# --- members --------------------------------------------------------------------------

REQUIREMENT = AspectKind(
    "requirement-",
    PARLIAMENT,
    _("One thing asked of those who want to be members; the free part is the measure."),
    example="requirement-age",
    detail="requirement",
)
INELIGIBLE = AspectKind(
    "ineligible-",
    PARLIAMENT,
    _("Who could not be elected."),
    example="ineligible-convicted",
)
MANDATE = AspectKind(
    "mandate-",
    PARLIAMENT,
    _("How a mandate began or ended; the free part says by what."),
    example="mandate-end-resignation",
)
OATH = AspectKind(
    "oath-",
    PARLIAMENT,
    _("Something on the oath: who took it, when and where, what it promised."),
    example="oath-promise",
)
INCOMPATIBLE = AspectKind(
    "incompatible-",
    PARLIAMENT,
    _("What a member could not be or do besides."),
    example="incompatible-business",
)
IMMUNITY = AspectKind(
    "immunity",
    PARLIAMENT,
    _("From what members were protected."),
    example="immunity",
)
IMMUNITY_RULE = AspectKind(
    "immunity-",
    PARLIAMENT,
    _("A rule on the immunity of members, such as how it was lifted."),
    example="immunity-lifted",
)
DUTY = AspectKind("duty-", PARLIAMENT, _("A duty of members."), example="duty-absences")
RIGHT = AspectKind(
    "right-", PARLIAMENT, _("A right of members."), example="right-07-inquiries"
)
GAP_OF_MEMBERS = AspectKind(
    "gap-",
    PARLIAMENT,
    _("What the sources leave open of the rules for members."),
    example="gap-number-of-terms",
)

# --- powers and terms -----------------------------------------------------------------

POWER = AspectKind(
    "power",
    (Topic.POWERS,),
    _("What a body could do, in which procedure, and on what conditions."),
    example="power",
    detail="power",
)
MEANING = AspectKind(
    "meaning",
    (Topic.TERMS,),
    _("What a term means, in two plain sentences, with its forms in other languages."),
    example="meaning",
)

# --- the state around the Parliament --------------------------------------------------

HOLDER = AspectKind(
    "holder",
    (Topic.PRESIDENCY,),
    _("Who held a post of the state."),
    example="holder",
    detail="membership",
    is_detail_optional=True,
    event=EventKind.POST,
)

KINDS = (
    EXISTENCE,
    NAME,
    NAME_OF,
    COMPOSITION,
    COMPOSITION_IN_LAW,
    TERM,
    CHOICE,
    DISSOLVED,
    ALONE,
    STEP_OF_DISSOLUTION,
    FIRST_SITTING,
    CONVOCATION,
    SUCCESSION,
    CHAIR,
    DEPUTY_CHAIR,
    RULE_FOR_CHAIR,
    REQUIREMENT,
    INELIGIBLE,
    MANDATE,
    OATH,
    INCOMPATIBLE,
    IMMUNITY,
    IMMUNITY_RULE,
    DUTY,
    RIGHT,
    GAP_OF_MEMBERS,
    POWER,
    MEANING,
    HOLDER,
)
ASPECTS = AspectTable((*aspects.KINDS, *KINDS))
"""The kinds known on this floor."""
