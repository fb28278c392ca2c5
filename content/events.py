"""Everything that happened, in one order: what each app tells, listed by name.

Whether a fact makes an entry, and how the entry calls its subject, may rest on other
facts, but only on those that begin with it (what goes without saying at a beginning, what
both chambers did together, a call dated with its vote) and on the names of its subject.
``event_named`` relies on that.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from django.db.models import Prefetch, Q
from django.utils.translation import gettext as _

from content.aspect_groups import ASPECTS
from content.aspects import (
    CITIES,
    CITY,
    CITY_STATUS,
    COURT_NAME,
    IN_FORCE,
    PLACE_NAME,
    REGIONS,
)
from elections import events as elections
from facts.aspects import NAME
from facts.events import ENDS, Event, begins, from_then_on, own_title
from facts.held import held
from facts.models import Basis, Citation, Fact, Topic
from facts.models.facts import FactQuerySet
from parliament import events as parliament
from parliament.aspects import HOLDER
from parliament.chambers.fetching import institutions
from parliament.models import Institution

AROUND = (
    Topic.LAW,
    Topic.COURTS,
    Topic.PRESIDENCY,
    Topic.PEOPLE,
    Topic.PLACES,
)
"""The topics around the Parliament that have events; they concern no single chamber."""

STATES = (COURT_NAME, HOLDER, CITY, PLACE_NAME, REGIONS, CITIES, CITY_STATUS)
"""Kinds that tell how it was for a time; their entry says that it began."""


def around(facts: Iterable[Fact]) -> Iterator[Event]:
    """The entries that the facts on these topics make."""
    for fact in facts:
        kind = ASPECTS.kind_of_fact(fact)
        if fact.subject.topic not in AROUND or kind is None or kind.event is None:
            continue
        if hasattr(fact, "existence"):
            yield from parliament.existence_events(fact, ())
        elif kind == IN_FORCE:
            words = _("The %(name)s came into force.") % {"name": fact.subject.name}
            yield begins(fact, kind.event, (), own_title(words))
        elif kind in STATES:
            yield begins(fact, kind.event, (), from_then_on(fact))
        else:
            yield begins(fact, kind.event, ())


def _event_facts() -> FactQuerySet:
    """The published facts that tell of something that happened; a gap tells of nothing."""
    return Fact.objects.published().filter(ASPECTS.events_query, ~Q(basis=Basis.GAP))


def _fetched(facts: FactQuerySet, *, with_sources: bool = False) -> list[Fact]:
    """Facts with what their entries need, and with their sources if they are wanted."""
    cited = Citation.objects.select_related("passage__document")
    if not with_sources:
        # Only those that say after whom an attributed fact is told.
        cited = cited.filter(fact__basis=Basis.ATTRIBUTED)
    return list(
        facts.with_sentences()
        .select_related(*elections.JOINS)
        .prefetch_related(Prefetch("citations", queryset=cited), "names")
    )


@held
def event_facts() -> list[Fact]:
    """Every published fact that tells of an event, with what its entries need."""
    return _fetched(_event_facts())


@held
def fetch_events() -> list[Event]:
    """Everything that happened, in order."""
    return events_of(event_facts(), institutions())


@held
def fetch_events_with_sources() -> list[Event]:
    """The same, with all citations of the facts."""
    return events_of(_fetched(_event_facts(), with_sources=True), institutions())


def events_of(facts: Iterable[Fact], bodies: Iterable[Institution]) -> list[Event]:
    """Everything that these facts say happened, by its earliest day.

    What the sources date only as "by then" has no place in the order and is left out.
    """
    listed = list(facts)
    events = [
        *parliament.events(listed, bodies),
        *elections.events(listed),
        *around(listed),
    ]
    return sorted(
        (event for event in events if event.is_dated), key=lambda event: event.place
    )


@held
def event_named(key: str) -> Event | None:
    """The one entry of this key, the same as among all; ``None`` where there is none.

    Fetches its fact, the facts that begin with it on the same subject or on the body that
    this is part of, and the names of the subject, and no others.
    """
    bodies_shown = institutions()
    facts = _event_facts()
    for fact in facts.filter(key__in={key, key.removesuffix(ENDS)}):
        bodies = [
            institution.part_of_id
            for institution in bodies_shown
            if institution.subject_id == fact.subject_id and institution.part_of_id
        ]
        beside = Q(subject__in=[fact.subject_id, *bodies], start=fact.start) | Q(
            subject=fact.subject_id, aspect=NAME
        )
        for event in events_of(_fetched(facts.filter(beside)), bodies_shown):
            if event.key == key:
                return event
    return None
