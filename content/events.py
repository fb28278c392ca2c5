"""Everything that happened, in one order: what each app tells, listed by name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from django.db.models import Prefetch, Q
from django.utils.translation import gettext as _

from elections import events as elections
from facts.events import (
    Event,
    EventKind,
    begins,
    event_kind_of,
    facts_of_kinds,
    from_then_on,
    own_title,
)
from facts.models import Basis, Citation, Fact, Topic
from parliament import events as parliament
from parliament.models import Institution

AROUND = {
    Topic.LAW: {
        "adopted": EventKind.CONSTITUTION,
        "in-force": EventKind.CONSTITUTION,
        "step-": EventKind.CONSTITUTION,
        "text-published": EventKind.CONSTITUTION,
        "amended": EventKind.AMENDMENT,
    },
    Topic.COURTS: {
        "existence": EventKind.INSTITUTION,
        "set-up": EventKind.INSTITUTION,
        "name": EventKind.NAME,
        "jury-trials": EventKind.LAW,
    },
    Topic.PRESIDENCY: {"holder": EventKind.POST},
    Topic.PEOPLE: {
        "proposal": EventKind.TITLE,
        "bureau": EventKind.TITLE,
        "created": EventKind.TITLE,
        "award": EventKind.TITLE,
        "removal": EventKind.TITLE,
        "leader-law-passed": EventKind.LAW,
        "leader-of-the-nation": EventKind.TITLE,
    },
    Topic.PLACES: {
        "city": EventKind.PLACE,
        "name": EventKind.PLACE,
        "number": EventKind.PLACE,
        "cities": EventKind.PLACE,
        "status": EventKind.PLACE,
    },
}
"""What happened around the Parliament: kinds by the aspect of a fact, topic by topic."""


STATES = {
    Topic.COURTS: ("name",),
    Topic.PRESIDENCY: ("holder",),
    Topic.PLACES: tuple(AROUND[Topic.PLACES]),
}
"""Aspects that tell how it was for a time; their entry says that it began."""


def around(facts: Iterable[Fact]) -> Iterator[Event]:
    """The entries that the facts on these topics make; they concern no single chamber."""
    for fact in facts:
        kind = event_kind_of(fact.aspect, AROUND.get(Topic(fact.subject.topic), {}))
        if kind and hasattr(fact, "existence"):
            yield from parliament.existence_events(fact, ())
        elif kind and fact.aspect == "in-force":
            words = _("The %(name)s came into force.") % {"name": fact.subject.name}
            yield begins(fact, kind, (), own_title(words))
        elif kind and fact.aspect in STATES.get(Topic(fact.subject.topic), ()):
            yield begins(fact, kind, (), from_then_on(fact))
        elif kind:
            yield begins(fact, kind, ())


def event_facts(*, with_sources: bool = False) -> list[Fact]:
    """Every published fact that tells of something that happened, with what that needs.

    A gap tells of nothing that happened. ``with_sources`` fetches all citations; else only
    those that say after whom an attributed fact is told.
    """
    happen = parliament.ARE_EVENTS | elections.ARE_EVENTS
    for topic, kinds in AROUND.items():
        happen |= facts_of_kinds(topic, kinds)
    cited = Citation.objects.select_related("passage__document")
    if not with_sources:
        cited = cited.filter(fact__basis=Basis.ATTRIBUTED)
    return list(
        Fact.objects.published()
        .filter(happen, ~Q(basis=Basis.GAP))
        .with_sentences()
        .select_related(*elections.JOINS)
        .prefetch_related(Prefetch("citations", queryset=cited), "names")
    )


def events_of(facts: Iterable[Fact], institutions: Iterable[Institution]) -> list[Event]:
    """Everything that these facts say happened, by its earliest day.

    What the sources date only as "by then" has no place in the order and is left out.
    """
    listed = list(facts)
    found = [
        *parliament.events(listed, institutions),
        *elections.events(listed),
        *around(listed),
    ]
    return sorted((one for one in found if one.is_dated), key=lambda one: one.place)
