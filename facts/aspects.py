"""Aspects: what a fact says of its subject, as a slug of a known kind.

Facts of one subject and one aspect exclude each other on a day: a chamber has one
composition at a time. An aspect is a slug (``composition``, ``duty-absences``); its *kind*
says what such facts hold, of which subjects they are, and which typed details they need.
The name of a kind that ends with a hyphen is followed by a free part: ``duty-`` covers
``duty-absences``.

Each app declares the kinds that it knows in its own ``aspects.py``. ``content.aspects``
joins them into the one table, outside which no fact is published.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property, lru_cache

from django.db import models
from django.db.models import Q
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from facts.models import Fact, Topic


class EventKind(models.TextChoices):
    """What sort of thing happened: the groups of the timeline."""

    CONSTITUTION = "constitution", _("Constitutions")
    AMENDMENT = "amendment", _("Amendments of a constitution")
    REFERENDUM = "referendum", _("Referendums")
    ELECTION = "election", _("Elections")
    DISSOLUTION = "dissolution", _("Dissolutions")
    SITTING = "sitting", _("First sittings")
    CONVOCATION = "convocation", _("Convocations")
    INSTITUTION = "institution", _("Institutions begun and ended")
    SEATS = "seats", _("Seats and terms")
    POST = "post", _("Chairs and presidents")
    TITLE = "title", _("Titles")
    NAME = "name", _("Names of institutions")
    PARTY = "party", _("Parties")
    PLACE = "place", _("Capital and territory")
    LAW = "law", _("Laws")


@dataclass(frozen=True)
class AspectKind:
    """One kind of thing that facts say of their subjects.

    ``holds`` says in a sentence what such a fact holds, ``example`` is an aspect of the
    kind that the content has. ``detail`` names the typed details of such a fact; it is
    nothing without them unless ``is_detail_optional``. ``event`` is the group of the
    timeline to which the beginning of such a fact belongs, if it is an event.
    """

    name: str
    topics: tuple[Topic, ...]
    holds: str | Promise
    example: str
    detail: str = ""
    is_detail_optional: bool = False
    event: EventKind | None = None

    def __str__(self) -> str:
        return self.name

    @property
    def has_free_part(self) -> bool:
        """Whether its name is followed by a part of the editor's own."""
        return self.name.endswith("-")

    def covers(self, aspect: str) -> bool:
        """Whether ``aspect`` is of this kind."""
        if self.has_free_part:
            return aspect.startswith(self.name) and aspect != self.name
        return aspect == self.name

    def with_part(self, part: str) -> str:
        """The aspect of this kind with a free part: ``choice-appointed``."""
        return self.name + part

    def free_part(self, aspect: str) -> str:
        """What follows the name of the kind; all of ``aspect`` if it is of another."""
        return aspect.removeprefix(self.name)

    def among(self, facts: Iterable[Fact]) -> list[Fact]:
        """Those of the facts that are of this kind, in their order."""
        return [fact for fact in facts if self.covers(fact.aspect)]

    def query(self, column: str = "aspect") -> Q:
        """The rows of this kind, asked of the database; ``column`` holds the aspect."""
        is_named = Q(**{column: self.name})
        if not self.has_free_part:
            return is_named
        return Q(**{f"{column}__startswith": self.name}) & ~is_named


def any_of(kinds: Iterable[AspectKind], column: str = "aspect") -> Q:
    """The rows of any of the kinds, asked of the database."""
    rows = Q(pk=None)
    for kind in kinds:
        rows |= kind.query(column)
    return rows


class FactIndex:
    """Facts by their aspects, so that those of a kind are found without a look at all."""

    def __init__(self, facts: Iterable[Fact]) -> None:
        self._by_name: defaultdict[str, list[Fact]] = defaultdict(list)
        for fact in facts:
            for name in _names_of_kinds(fact.aspect):
                self._by_name[name].append(fact)

    def of(self, kind: AspectKind, part: str = "") -> list[Fact]:
        """The facts of a kind in their order; those with a free part, where it is given."""
        return list(self._by_name.get(kind.with_part(part), ()))


@lru_cache(maxsize=4096)  # a page asks for each of its facts
def _names_of_kinds(aspect: str) -> tuple[str, ...]:
    """The names of the kinds that cover ``aspect``: all of it, then shorter and shorter.

    A shorter one ends with a hyphen of it: ``deputy-chair-`` and ``deputy-``.
    """
    parts = aspect.split("-")
    shorter = ["-".join(parts[:end]) + "-" for end in range(len(parts) - 1, 0, -1)]
    # A name that ends with a hyphen wants something after it.
    return tuple(name for name in (aspect, *shorter) if name != aspect or parts[-1])


class AspectTable:
    """Kinds of aspects, to look one up by aspect and topic."""

    def __init__(self, kinds: Iterable[AspectKind]) -> None:
        """Raises ``ValueError`` where two kinds of one topic have one name."""
        self.kinds = tuple(kinds)
        named = [(topic, kind.name) for kind in self.kinds for topic in kind.topics]
        if twice := {name for name in named if named.count(name) > 1}:
            raise ValueError(f"Kinds of aspects declared twice: {sorted(twice)}")

    @cached_property
    def _by_topic(self) -> dict[str, dict[str, AspectKind]]:
        """The kinds of each topic by their names."""
        return {
            topic.value: {kind.name: kind for kind in self.kinds if topic in kind.topics}
            for topic in Topic
        }

    def of_topic(self, topic: str) -> list[AspectKind]:
        """The kinds that facts on subjects of a topic may have, by name."""
        return sorted(self._by_topic.get(topic, {}).values(), key=lambda kind: kind.name)

    def kind_of(self, aspect: str, topic: str) -> AspectKind | None:
        """The kind of an aspect of a subject of this topic; nothing if it has none.

        The longest name wins: ``deputy-chair-`` before ``deputy-``.
        """
        by_name = self._by_topic.get(topic, {})
        for name in _names_of_kinds(aspect):
            if name in by_name:
                return by_name[name]
        return None

    def kind_of_fact(self, fact: Fact) -> AspectKind | None:
        """The kind of what a fact says; its subject should be there already."""
        return self.kind_of(fact.aspect, fact.subject.topic)

    @cached_property
    def events_query(self) -> Q:
        """The facts that tell of an event, asked of the database."""
        facts = Q(pk=None)
        for kind in self.kinds:
            if kind.event:
                facts |= Q(subject__topic__in=kind.topics) & kind.query()
        return facts

    def event_kind(self, fact: Fact) -> EventKind | None:
        """The group of the timeline that tells of a fact; nothing if it is no event."""
        kind = self.kind_of_fact(fact)
        return kind.event if kind else None

    def detail_needed(self, aspect: str, topic: str) -> str:
        """The name of the details without which a fact of an aspect is nothing, or ""."""
        kind = self.kind_of(aspect, topic)
        return kind.detail if kind and not kind.is_detail_optional else ""

    @cached_property
    def _details_by_name(self) -> dict[str, set[str]]:
        details: defaultdict[str, set[str]] = defaultdict(set)
        for kind in self.kinds:
            if kind.detail:
                details[kind.name].add(kind.detail)
        return details

    def details_of(self, aspect: str) -> set[str]:
        """The names of the details that facts of an aspect may have, on any subject."""
        names = _names_of_kinds(aspect)
        return set().union(*(self._details_by_name.get(name, set()) for name in names))

    def is_complete(self, fact: Fact) -> bool:
        """Whether a fact has the details that its aspect needs.

        The bench publishes none without them, but fixtures may be loaded that lack some.
        No page shows such a fact, and ``check_content`` lists it.
        """
        detail = self.detail_needed(fact.aspect, fact.subject.topic)
        return not detail or hasattr(fact, detail)


TELLING_ALL = tuple(topic for topic in Topic if topic not in (Topic.TERMS, Topic.SOURCES))
"""Topics whose pages show whatever else is told of their subjects."""

NAME = "name"
EXISTENCE = "existence"
"""The names of two kinds that several apps declare, each for its own topics."""

OPEN_QUESTION = AspectKind(
    "open-",
    TELLING_ALL,
    _("What the sources leave open; the free part says of which aspect."),
    example="open-chair",
)
NOTE = AspectKind(
    "note-",
    TELLING_ALL,
    _("Anything else that is told of the subject, under a word of its own."),
    example="note-quorum",
)
KINDS = (OPEN_QUESTION, NOTE)
"""The kinds that are of no single app."""
