"""Where a row is used: the pages that readers see, and what rests on it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from facts.models import (
    Assessment,
    Claim,
    Content,
    Disagreement,
    Document,
    Fact,
    Passage,
    Subject,
)
from pages.addresses import address_of, rooms

MOST = 40
"""Uses of one sort that are listed; a document has hundreds."""


@dataclass(frozen=True)
class Use:
    """A page or a row where something is used."""

    what: str
    title: str
    address: str


def uses_of(row: Content, today: date) -> list[Use]:
    """The public pages that show ``row``, then the rows that rest on it."""
    finders: dict[type[Content], Callable[[Any, date], Iterator[Use]]] = {
        Fact: _of_fact,
        Passage: _of_passage,
        Document: _of_document,
        Subject: _of_subject,
        Disagreement: _of_disagreement,
        Assessment: _of_assessment,
    }
    return list(finders[type(row)](row, today))


def bench_address(row: Content) -> str:
    """The address of the row on the bench."""
    name = f"admin:{row._meta.app_label}_{row._meta.model_name}_change"
    return reverse(name, args=[row.pk])


def _page() -> str:
    return _("page")


def _row(row: Content) -> Use:
    return Use(str(row._meta.verbose_name), title(row), bench_address(row))


def title(row: Content) -> str:
    """What a row is called in lists: what a fact says, not just its key."""
    if isinstance(row, Fact):
        return str(row.says) or row.key
    return str(row)


def _of_fact(fact: Fact, today: date) -> Iterator[Use]:
    own = rooms()
    if address := address_of(fact, own, today):
        yield Use(_page(), str(fact.subject), address)
    claims = Claim.objects.filter(fact=fact).select_related("disagreement")
    seen = {claim.disagreement for claim in claims}
    yield from (_row(one) for one in sorted(seen, key=lambda one: one.key))


def _of_passage(passage: Passage, today: date) -> Iterator[Use]:
    names = {"document": passage.document.key, "slug": passage.key}
    yield Use(_page(), str(passage), reverse("pages:passage-detail", kwargs=names))
    yield from map(_row, Fact.objects.filter(citations__passage=passage)[:MOST])
    found = Disagreement.objects.filter(claims__passage=passage).distinct()
    yield from map(_row, found[:MOST])
    yield from map(_row, Assessment.objects.filter(passage=passage)[:MOST])


def _of_document(document: Document, today: date) -> Iterator[Use]:
    address = reverse("pages:source-detail", kwargs={"slug": document.key})
    yield Use(_page(), str(document), address)
    yield from map(_row, document.passages.select_related("document")[:MOST])


def _of_subject(subject: Subject, today: date) -> Iterator[Use]:
    yield from map(_row, subject.facts.select_related("subject")[:MOST])
    yield from map(_row, subject.disagreements.all()[:MOST])


def _of_disagreement(disagreement: Disagreement, today: date) -> Iterator[Use]:
    names = {"slug": disagreement.key}
    address = reverse("pages:disagreement-detail", kwargs=names)
    yield Use(_page(), str(disagreement), address)
    facts = Fact.objects.filter(claims__disagreement=disagreement).distinct()
    yield from map(_row, facts)


def _of_assessment(assessment: Assessment, today: date) -> Iterator[Use]:
    yield _row(assessment.subject)
    yield _row(assessment.passage)
