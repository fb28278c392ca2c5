"""When members, presidents and questions were voted on: entries of the timeline."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from elections.aspects import CALLED, HELD, MERGER
from elections.models import ElectionKind
from facts.events import (
    Event,
    EventKind,
    begins,
    event_kind_of,
    facts_of_kinds,
    from_then_on,
)
from facts.models import Fact, Topic
from parliament.aspects import NAME

EVENT_KINDS = {
    HELD: EventKind.ELECTION,
    CALLED: EventKind.ELECTION,
    "second-round": EventKind.ELECTION,
    "third-round": EventKind.ELECTION,
    "assembly-election": EventKind.ELECTION,
    "inauguration": EventKind.POST,
    "election-law": EventKind.LAW,
}
BIRTHS = ("registered", "founded")
PARTY_KINDS = dict.fromkeys((NAME, *BIRTHS, MERGER), EventKind.PARTY)
JOINS = ("subject__election__institution",)

ARE_EVENTS = facts_of_kinds(Topic.ELECTIONS, EVENT_KINDS) | facts_of_kinds(
    Topic.PARTIES, PARTY_KINDS
)


def events(facts: Iterable[Fact]) -> Iterator[Event]:
    """The entries that these facts make, with the election joined to their subject.

    What befell a referendum is of that kind, and concerns no chamber; nor does what befell
    a party.
    """
    listed = list(facts)
    votes = {(one.subject_id, one.start) for one in listed if one.aspect == HELD}
    births = {
        (one.subject_id, one.start)
        for one in listed
        if one.subject.topic == Topic.PARTIES and one.aspect in BIRTHS
    }
    for fact in listed:
        # A call that bears the date of the vote itself does not say when it was made.
        if fact.aspect == CALLED and (fact.subject_id, fact.start) in votes:
            continue
        if fact.subject.topic == Topic.ELECTIONS:
            yield from _voting(fact)
        elif fact.subject.topic == Topic.PARTIES and (
            kind := event_kind_of(fact.aspect, PARTY_KINDS)
        ):
            # A name that begins with the party itself needs no entry of its own.
            if fact.aspect != NAME:
                yield begins(fact, kind, ())
            elif (fact.subject_id, fact.start) not in births:
                yield begins(fact, kind, (), from_then_on(fact))


def _voting(fact: Fact) -> Iterator[Event]:
    kind = event_kind_of(fact.aspect, EVENT_KINDS)
    if kind is None:
        return
    election = getattr(fact.subject, "election", None)
    if kind == EventKind.ELECTION and election and election.kind == ElectionKind.REFERENDUM:
        kind = EventKind.REFERENDUM
    chamber = election.institution if election else None
    yield begins(fact, kind, [chamber.key] if chamber else ())
