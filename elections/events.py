"""When members, presidents and questions were voted on: entries of the timeline."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from elections.aspects import ASPECTS, BIRTHS, CALLED, HELD, PARTY_NAME
from elections.models import ElectionKind
from facts.aspects import EventKind
from facts.events import Event, begins, from_then_on
from facts.models import Fact, Topic

JOINS = ("subject__election__institution",)


def events(facts: Iterable[Fact]) -> Iterator[Event]:
    """The entries that these facts make, with the election joined to their subject.

    What befell a referendum is of that kind, and concerns no chamber; nor does what befell
    a party.
    """
    listed = list(facts)
    votes = {(fact.subject_id, fact.start) for fact in listed if HELD.covers(fact.aspect)}
    births = {
        (fact.subject_id, fact.start)
        for fact in listed
        if any(birth.covers(fact.aspect) for birth in BIRTHS)
    }
    for fact in listed:
        # A call that bears the date of the vote itself does not say when it was made.
        if CALLED.covers(fact.aspect) and (fact.subject_id, fact.start) in votes:
            continue
        if fact.subject.topic == Topic.ELECTIONS:
            yield from _voting(fact)
        elif fact.subject.topic == Topic.PARTIES and (kind := ASPECTS.event_kind(fact)):
            # A name that begins with the party itself needs no entry of its own.
            if not PARTY_NAME.covers(fact.aspect):
                yield begins(fact, kind, ())
            elif (fact.subject_id, fact.start) not in births:
                yield begins(fact, kind, (), from_then_on(fact))


def _voting(fact: Fact) -> Iterator[Event]:
    kind = ASPECTS.event_kind(fact)
    if kind is None:
        return
    election = getattr(fact.subject, "election", None)
    if kind == EventKind.ELECTION and election and election.kind == ElectionKind.REFERENDUM:
        kind = EventKind.REFERENDUM
    chamber = election.institution if election else None
    yield begins(fact, kind, [chamber.key] if chamber else ())
