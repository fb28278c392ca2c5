"""Databases to measure on: the site's own content, and many times as much of it.

Chambers and powers stay as they are. Everything else is there again under other keys: each
election, party, person, document, topic and term, with the facts, passages, questions and
judgements that belong to it.
"""

from __future__ import annotations

from collections import defaultdict
from typing import Any

from django.db import models, transaction

from elections import models as elections
from facts import models as facts
from facts.edition import raise_edition
from facts.guard import writing
from parliament import models as parliament

OWN = (facts.Document, facts.Passage, facts.Subject)
"""What is copied by itself; all else belongs to a row that is."""

ORDER: tuple[tuple[type[models.Model], str], ...] = (
    (facts.Document, ""),
    (facts.Passage, "document"),
    (facts.Subject, ""),
    (elections.Election, "subject"),
    (facts.Fact, "subject"),
    (facts.Name, "fact"),
    (facts.Citation, "fact"),
    (facts.Disagreement, "subject"),
    (facts.Claim, "disagreement"),
    (facts.Assessment, "subject"),
    (elections.Merger, "fact"),
    (elections.Figure, "fact"),
    (elections.Result, "fact"),
    (elections.ResultRow, "result"),
    (elections.System, "fact"),
    (elections.Winner, "fact"),
    (parliament.Existence, "fact"),
    (parliament.Succession, "fact"),
    (parliament.Composition, "fact"),
    (parliament.SeatPart, "composition"),
    (parliament.Term, "fact"),
    (parliament.Requirement, "fact"),
    (parliament.Membership, "fact"),
    (parliament.Convocation, "fact"),
    (parliament.Power, "fact"),
)
"""Each model after those that it names, and the row that it belongs to."""

Copied = dict[type[models.Model], dict[Any, Any]]


def as_they_are() -> set[int]:
    """The subjects that are not copied: chambers and powers."""
    powers = facts.Subject.objects.filter(topic=facts.Topic.POWERS)
    chambers = parliament.Institution.objects.values_list("subject_id", flat=True)
    return {*powers.values_list("pk", flat=True), *chambers}


def multiply(times: int) -> None:
    """Let the database hold the content ``times`` times, written past all checks."""
    kept = as_they_are()
    rows = {model: list(model._base_manager.all()) for model, _owner in ORDER}
    with transaction.atomic(), writing():
        for number in range(2, times + 1):
            copied: Copied = defaultdict(dict)
            for model, owner in ORDER:
                _copy(model, owner, rows[model], kept, copied, number)
        raise_edition()


def _copy(
    model: type[models.Model],
    owner: str,
    rows: list[models.Model],
    kept: set[int],
    copied: Copied,
    number: int,
) -> None:
    """Copy the rows of one model that belong to what is copied."""
    new = []
    last = model._base_manager.aggregate(last=models.Max("pk"))["last"] or 0
    for row in rows:
        belongs = getattr(row, f"{owner}_id") if owner else row.pk
        if owner and belongs not in copied[_named(model, owner)]:
            continue
        if model is facts.Subject and row.pk in kept:
            continue
        last += 1
        copy = _copy_of(row, last, copied, number)
        copied[model][row.pk] = copy.pk
        new.append(copy)
    model._base_manager.bulk_create(new, batch_size=500)


def _named(model: type[models.Model], column: str) -> Any:
    return model._meta.get_field(column).related_model


def _copy_of(row: models.Model, pk: int, copied: Copied, number: int) -> models.Model:
    """A row under another key, which names the copies of what it names."""
    values = {}
    for column in row._meta.concrete_fields:
        value = getattr(row, column.attname)
        if column.is_relation:
            value = copied[column.related_model].get(value, value)
        elif column.primary_key:
            value = pk
        elif column.name == "key":
            value = f"{value}-copy-{number}"
        elif column.name in ("name_en", "text"):
            value = f"{value} {number}"
        elif column.name == "tier":
            value = facts.Tier.RECORD  # the five documents are five
        values[column.attname] = value
    return type(row)(**values)
