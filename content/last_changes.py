"""When what the site tells was last changed here: for feeds and calendars.

A fact keeps no clock. The public record has the moment of each publication and the rows
that it wrote; a row that no change wrote is as the fixtures loaded it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Model

from content.models import ChangeRecord
from content.serialisers import SERIALISERS, ContentKind
from facts.aspects import NAME
from facts.held import held
from facts.models import Content, Fact, Subject


@dataclass(frozen=True)
class LastChange:
    """How often, and when last, what is told of something was changed here."""

    count: int
    at: datetime | None


class LastChanges:
    """The published changes by the rows that they wrote; asks the database when made."""

    def __init__(self) -> None:
        self._by_row: dict[str, set[tuple[datetime, int]]] = defaultdict(set)
        records = ChangeRecord.objects.values_list("published_at", "number", "rows")
        for at, number, rows in records:
            for row in rows:
                self._by_row[row["name"]].add((at, number))
        keys = [name.partition("/")[2] for name in self._by_row]
        # A subject is called by its dated names; they are facts of their own.
        names = Fact.objects.filter(key__in=keys, aspect=NAME).values_list(
            "key", "subject__key"
        )
        for key, subject in names:
            changed = self._by_row[f"{ContentKind.FACT}/{key}"]
            self._by_row[f"{ContentKind.SUBJECT}/{subject}"] |= changed

    @property
    def newest(self) -> datetime | None:
        """When anything was last published; nothing where nothing ever was."""
        changes = set().union(*self._by_row.values())
        return max((at for at, _number in changes), default=None)

    def of(self, fact: Fact) -> LastChange:
        """What was changed of a fact, of the subjects that it names and of its documents.

        The fact was fetched with its sources.
        """
        changes = set().union(*(self._by_row.get(name, ()) for name in rows_told(fact)))
        return LastChange(len(changes), max((at for at, _number in changes), default=None))


def rows_told(fact: Fact) -> set[str]:
    """The names of the rows of which a reader sees something where ``fact`` is told."""
    cited = [citation.passage for citation in fact.citations.all()]
    return {
        f"{ContentKind.FACT}/{fact.key}",
        *_names(ContentKind.DOCUMENT, (passage.document for passage in cited)),
        *_names(ContentKind.SUBJECT, _subjects_named(fact)),
    }


def _names(kind: str, rows: Iterable[Content]) -> set[str]:
    return {f"{kind}/{row.key}" for row in rows}


def _subjects_named(fact: Fact) -> list[Subject]:
    """Its own subject, and those that its details name, as far as they were fetched."""
    subjects = [fact.subject]
    for part in SERIALISERS[ContentKind.FACT].parts:
        relation: Any = Fact._meta.get_field(part.name)
        if part.single and relation.is_cached(fact):
            subjects += _subjects_of(getattr(fact, part.name, None), part.model)
    return subjects


def _subjects_of(detail: Model | None, model: type[Model]) -> list[Subject]:
    links = [link.name for link in model._meta.fields if link.related_model is Subject]
    named = (getattr(detail, name) for name in links) if detail else ()
    return [subject for subject in named if subject]


@held
def last_changes() -> LastChanges:
    """The published changes by the rows that they wrote."""
    return LastChanges()
