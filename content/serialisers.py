"""The content of the whole site: which apps' models stand in the fixtures, kind by kind."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _

from elections import serialisers as elections
from facts.blocks.serialiser import Part, Serialiser
from facts.models import Content, Document, Passage, Subject
from facts.serialisers import folders
from parliament import serialisers as parliament

FOLDERS = folders(
    (*parliament.SUBJECT_PARTS, *elections.SUBJECT_PARTS),
    (*parliament.FACT_PARTS, *elections.FACT_PARTS),
)


SERIALISERS: dict[str, Serialiser] = {
    serialiser.name: serialiser
    for folder in FOLDERS
    for serialiser in (folder.head, *folder.inside)
}
"""How the rows of each kind are written, by the name of the kind."""

KEY_FIELDS = (
    "subject",
    "document",
    "aspect",
    "start",
    "place_en",
    "name_en",
    "short_name_en",
)
"""The fields of which the key of a new row is made, in this order."""

LEFT_TO_NEW_VALUE = ("key", "start", "end", "state", "act_en", "citations")
"""What a new value does not take over from the fact that it ends."""


class ContentKind(models.TextChoices):
    """The kinds of rows that are edited, by the names of their serialisers."""

    FACT = "facts", _("fact")
    DISAGREEMENT = "disagreements", _("disagreement")
    ASSESSMENT = "assessments", _("assessment")
    PASSAGE = "passages", _("passage")
    DOCUMENT = "document", _("document")
    SUBJECT = "subject", _("subject")


def kind_of_row(row: Content) -> str:
    """The kind of a row: ``facts`` for a fact."""
    return next(
        name
        for name, serialiser in SERIALISERS.items()
        if isinstance(row, serialiser.model)
    )


def split_name(name: str) -> tuple[str, str]:
    """Kind and key of a row by its name: ``facts/senate-term-1998``."""
    kind, _slash, key = name.partition("/")
    return kind, key


def ordered(names: list[str]) -> list[str]:
    """Names in the order in which their rows may be written: passages before facts."""
    kinds = list(SERIALISERS)
    return sorted(names, key=lambda name: kinds.index(split_name(name)[0]))


def links() -> Iterator[tuple[type[Content], str, type[Content]]]:
    """Where rows name subjects, passages and documents, in their parts too.

    Each is a model, the way of a query from it, and the model named: ``(Fact,
    "citations__passage", Passage)``. A passage stands for its document too. That a claim
    names a fact is none: it may tell of one that is retired. Nor is a passage's own
    document: with it the passage goes.
    """
    for serialiser in SERIALISERS.values():
        if serialiser.model is Passage:
            continue
        for way, named in _links(serialiser.model, serialiser.fields, serialiser.parts, ""):
            yield serialiser.model, way, named
            if named is Passage:
                yield serialiser.model, f"{way}__document", Document


def _links(
    model: type[models.Model], fields: Iterable[str], parts: Iterable[Part], prefix: str
) -> Iterator[tuple[str, type[Content]]]:
    for name in fields:
        named: Any = model._meta.get_field(name).related_model
        if named in (Subject, Passage, Document):
            yield f"{prefix}{name}", named
    for part in parts:
        yield from _links(part.model, part.fields, part.parts, f"{prefix}{part.name}__")
