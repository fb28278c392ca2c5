"""Everything that happened, in one order: what each app tells, listed by name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from django.db.models import Prefetch, Q
from django.utils.translation import gettext as _

from content.aspect_table import ASPECTS
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
from facts.events import Event, begins, from_then_on, own_title
from facts.models import Basis, Citation, Fact, Topic
from parliament import events as parliament
from parliament.aspects import HOLDER
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


def event_facts(*, with_sources: bool = False) -> list[Fact]:
    """Every published fact that tells of something that happened, with what that needs.

    A gap tells of nothing that happened. ``with_sources`` fetches all citations; else only
    those that say after whom an attributed fact is told.
    """
    cited = Citation.objects.select_related("passage__document")
    if not with_sources:
        cited = cited.filter(fact__basis=Basis.ATTRIBUTED)
    return list(
        Fact.objects.published()
        .filter(ASPECTS.events_query(), ~Q(basis=Basis.GAP))
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
