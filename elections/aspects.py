"""The kinds of aspects that facts on votes, systems, parties and people have."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from facts import aspects
from facts.aspects import AspectKind, AspectTable, EventKind
from facts.models import Topic
from parliament import aspects as parliament

ELECTIONS = (Topic.ELECTIONS,)

# --- a vote ---------------------------------------------------------------------------

HELD = AspectKind(
    "held",
    ELECTIONS,
    _("On which day or days a vote was held, and what it was for."),
    example="held",
    event=EventKind.ELECTION,
)
CALLED = AspectKind(
    "called",
    ELECTIONS,
    _("Who called a vote, when and how."),
    example="called",
    event=EventKind.ELECTION,
)
VOTING_ROUND = AspectKind(
    "voting-round-",
    ELECTIONS,
    _("A further round of a vote; the free part is its number in words."),
    example="voting-round-second",
    event=EventKind.ELECTION,
)
ASSEMBLY_ELECTION = AspectKind(
    "assembly-election",
    ELECTIONS,
    _("When the Assembly of People chose its deputies."),
    example="assembly-election",
    event=EventKind.ELECTION,
)
ELECTION_LAW = AspectKind(
    "election-law",
    ELECTIONS,
    _("A law on elections that bore on a vote."),
    example="election-law",
    event=EventKind.LAW,
)
ASKED = AspectKind("asked", ELECTIONS, _("What a referendum asked."), example="asked")
DECIDED = AspectKind(
    "decided", ELECTIONS, _("What a referendum decided."), example="decided"
)
FIGURE = AspectKind(
    "figure-",
    ELECTIONS,
    _("One figure of a vote; the free part is the measure."),
    example="figure-turnout",
    detail="figure",
)
RESULT = AspectKind(
    "result",
    ELECTIONS,
    _("Votes, shares and seats of all who stood."),
    example="result",
    detail="result",
)
RESULT_BY = AspectKind(
    "result-",
    ELECTIONS,
    _("Votes, shares and seats in one part of a vote; the free part is the way."),
    example="result-list",
    detail="result",
)
OUTCOME = AspectKind(
    "outcome-",
    ELECTIONS,
    _("How a vote ended, where no table of a result tells it all."),
    example="outcome-majority",
)
OUTCOME_TERMS = OUTCOME.with_part("terms")
"""For how long those elected in one vote served."""
FOLLOWED = AspectKind(
    "followed",
    ELECTIONS,
    _("What came of a vote."),
    example="followed",
)
FOLLOWED_BY = AspectKind(
    "followed-",
    ELECTIONS,
    _("One of several things that came of a vote."),
    example="followed-election",
)
ANNULLED = AspectKind(
    "annulled", ELECTIONS, _("That a vote was annulled."), example="annulled"
)
INAUGURATION = AspectKind(
    "inauguration",
    ELECTIONS,
    _("When the President elected took office."),
    example="inauguration",
    event=EventKind.POST,
)
AFTERWARDS = (FOLLOWED, FOLLOWED_BY, ANNULLED, INAUGURATION)
"""What came of a vote, told of the vote itself."""
IN_THE_LEAD = (ASKED, DECIDED, OUTCOME, *AFTERWARDS)
"""What the first lines of a vote's page tell."""

# --- the rules of a vote --------------------------------------------------------------

SYSTEM = AspectKind(
    "electoral-system",
    (Topic.PARLIAMENT, Topic.PRESIDENCY),
    _("How votes became seats, or a post."),
    example="electoral-system",
    detail="system",
)
TERM_IN_LAW = AspectKind(
    "term-in-law",
    (Topic.PRESIDENCY,),
    _("For how long a President was elected."),
    example="term-in-law",
)

# --- parties and people ---------------------------------------------------------------

PARTY_NAME = AspectKind(
    aspects.NAME,
    (Topic.PARTIES,),
    _("What a party was called, in every language and script that is known."),
    example="name",
    event=EventKind.PARTY,
)
PERSON_NAME = AspectKind(
    aspects.NAME,
    (Topic.PEOPLE,),
    _("How a person's name is written, in every language and script that is known."),
    example="name",
)
PARTY_CHAIR = AspectKind(
    parliament.CHAIR.name,
    (Topic.PARTIES,),
    _("Who led a party."),
    example="chair",
    detail="membership",
)
REGISTERED = AspectKind(
    "registered",
    (Topic.PARTIES,),
    _("When a party was registered."),
    example="registered",
    event=EventKind.PARTY,
)
FOUNDED = AspectKind(
    "founded",
    (Topic.PARTIES,),
    _("When a party was founded."),
    example="founded",
    event=EventKind.PARTY,
)
BIRTHS = (REGISTERED, FOUNDED)
MERGER = AspectKind(
    "merger-",
    (Topic.PARTIES,),
    _("That a party went into another; the free part is the key of that one."),
    example="merger-amanat",
    detail="merger",
    event=EventKind.PARTY,
)
OPEN_END = aspects.OPEN_QUESTION.with_part("end")
"""Of a party: that the sources do not say how it ended."""

KINDS = (
    HELD,
    CALLED,
    VOTING_ROUND,
    ASSEMBLY_ELECTION,
    ELECTION_LAW,
    ASKED,
    DECIDED,
    FIGURE,
    RESULT,
    RESULT_BY,
    OUTCOME,
    FOLLOWED,
    FOLLOWED_BY,
    ANNULLED,
    INAUGURATION,
    SYSTEM,
    TERM_IN_LAW,
    PARTY_NAME,
    PERSON_NAME,
    PARTY_CHAIR,
    REGISTERED,
    FOUNDED,
    MERGER,
)
ASPECTS = AspectTable((*parliament.ASPECTS.kinds, *KINDS))
"""The kinds known on this floor."""
