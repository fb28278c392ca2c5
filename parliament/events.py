"""What happened to the Parliament and its chambers: entries of the timeline."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta

from django.utils.translation import gettext as _

from facts.aspects import EventKind
from facts.events import (
    Event,
    begins,
    from_then_on,
    named,
    own_title,
)
from facts.localised import Text
from facts.models import Fact, Topic
from facts.names import main_name, nearest
from parliament.aspects import (
    ASPECTS,
    COMPOSITION,
    CONVOCATION,
    EXISTENCE,
    FIRST_SITTING,
    NAME,
    TERM,
)
from parliament.models import Institution

DISSOLUTIONS_OF = {
    "dissolution-of-1993": ["supreme-soviet"],
    "dissolution-of-1995": ["supreme-soviet"],
}
"""Which institution the dissolutions ended that are subjects of their own."""


def events(facts: Iterable[Fact], institutions: Iterable[Institution]) -> Iterator[Event]:
    """The entries that these facts make, with what they need joined to them.

    ``institutions`` are those with a page; what concerns the whole Parliament concerns
    each of its chambers.
    """
    chambers = chambers_of(institutions)
    own_facts = [
        fact
        for fact in facts
        if fact.subject.topic == Topic.PARLIAMENT and ASPECTS.is_complete(fact)
    ]
    births = {(fact.subject_id, fact.start) for fact in EXISTENCE.among(own_facts)}
    joint = {
        fact.start
        for fact in FIRST_SITTING.among(own_facts)
        if len(chambers[fact.subject_id]) > 1
    }
    names = _names(own_facts)
    for fact in own_facts:
        kind = ASPECTS.event_kind(fact)
        if kind is None or is_no_turn(fact, births):
            continue
        name = _name_on(names[fact.subject_id], fact.period.start.latest, fact)
        about = chambers[fact.subject_id] or DISSOLUTIONS_OF.get(fact.subject.key, [])
        # The first sitting of both chambers together tells of each of them.
        if FIRST_SITTING.covers(fact.aspect) and len(about) == 1 and fact.start in joint:
            continue
        if EXISTENCE.covers(fact.aspect):
            end = fact.period.end.earliest
            last = end - timedelta(days=1) if end > date.min else end
            last_name = _name_on(names[fact.subject_id], last, fact)
            yield from existence_events(fact, about, name, last_name)
        elif CONVOCATION.covers(fact.aspect):
            yield begins(fact, kind, about, own_title(_convocation(fact, name)))
        elif hasattr(fact, "membership"):
            yield begins(fact, kind, about, own_title(_post(fact, name)))
        elif COMPOSITION.covers(fact.aspect):
            yield begins(fact, kind, about, own_title(_seats(fact, name)))
        elif _goes_on(fact):
            yield begins(fact, kind, about, from_then_on(fact))
        else:
            yield begins(fact, kind, about, named(fact, name))


def _names(facts: Iterable[Fact]) -> defaultdict[int, list[Fact]]:
    """The facts that hold names, in order, by the id of whose names they are."""
    by_subject: defaultdict[int, list[Fact]] = defaultdict(list)
    for fact in NAME.among(facts):
        by_subject[fact.subject_id].append(fact)
    return by_subject


def _name_on(namings: Sequence[Fact], day: date, fact: Fact) -> str:
    """What the subject of ``fact`` was called on a day, where it bore several names."""
    name = main_name(nearest(namings, day)) if len(namings) > 1 else ""
    return name or fact.subject.name


def _goes_on(fact: Fact) -> bool:
    """Whether a fact tells of a state from its day on: a name, or a term."""
    return NAME.covers(fact.aspect) or TERM.covers(fact.aspect)


def is_no_turn(fact: Fact, births: set[tuple[int, str]]) -> bool:
    """Whether nothing happened that is worth an entry when ``fact`` began.

    That is so of what goes without saying where an institution begins, and where all that
    is known is that a number of seats is not settled. ``births`` holds the subject and the
    day of each beginning.
    """
    if COMPOSITION.covers(fact.aspect):
        return fact.composition.seats is None
    return _goes_on(fact) and (fact.subject_id, fact.start) in births


def chambers_of(institutions: Iterable[Institution]) -> defaultdict[int, list[str]]:
    """The keys of the institutions that a subject concerns, by the subject's id."""
    by_subject: defaultdict[int, list[str]] = defaultdict(list)
    for institution in institutions:
        key = institution.subject.key
        by_subject[institution.subject_id].append(key)
        if institution.part_of_id:
            by_subject[institution.part_of_id].append(key)
    return by_subject


def existence_events(
    fact: Fact, about: Iterable[str], name: str = "", last_name: str = ""
) -> Iterator[Event]:
    """The beginning of the fact's subject, and its end where it has one.

    Under the names that it then bore, where these are given.
    """
    name = name or fact.subject.name
    act = fact.existence.begun_by
    begun = _("The %(name)s began with %(act)s.") if act else _("The %(name)s began.")
    title = own_title(begun % {"name": name, "act": act})
    yield begins(fact, EventKind.INSTITUTION, about, title)
    if fact.period.end.is_open:
        return
    yield Event(
        EventKind.INSTITUTION,
        fact.period.end,
        ended_title(fact, last_name),
        fact,
        frozenset(about),
        is_end=True,
    )


def ended_title(fact: Fact, name: str = "") -> Text:
    """That the subject of a fact on its existence ended, and by what act."""
    act = fact.existence.ended_by
    words = _("The %(name)s ended with %(act)s.") if act else _("The %(name)s ended.")
    return own_title(words % {"name": name or fact.subject.name, "act": act})


def _convocation(fact: Fact, name: str) -> str:
    words = {"name": name, "n": fact.convocation.number}
    return _("Convocation %(n)s of the %(name)s began.") % words


def _seats(fact: Fact, name: str) -> str:
    words = {"name": name, "seats": fact.says}
    return _("From then on the %(name)s had %(seats)s") % words


def _post(fact: Fact, name: str) -> str:
    words = {
        "person": fact.membership.person.name,
        "post": fact.membership.get_post_display(),
        "name": name,
    }
    return _("%(person)s became %(post)s of the %(name)s.") % words
