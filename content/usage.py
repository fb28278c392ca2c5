"""Where a row is used: the pages that show it to readers, and the rows that rest on it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import chain

from django.urls import reverse

from content.addresses import address_of, own_pages, page_of_passage
from facts.models import (
    Assessment,
    Content,
    Disagreement,
    Document,
    Fact,
    Passage,
    Subject,
)

MOST = 40
"""Rows of one sort that are listed; on a document rest hundreds."""


@dataclass(frozen=True)
class PageUsage:
    """A public page that shows a row: what it is called, and its address."""

    title: str
    address: str


def title_of_row(row: Content) -> str:
    """What a row is called in lists: what a fact says, not just its key."""
    if isinstance(row, Fact):
        return str(row.says) or row.key
    return str(row)


def pages_that_show(row: Content, today: date) -> list[PageUsage]:
    """The public pages that show ``row``; none where no page does, as of an assessment.

    A retired row is shown nowhere, nor is a passage of a retired document.
    """
    if not row.is_published:
        return []
    if isinstance(row, Fact):
        address = address_of(row, own_pages(), today)
        return [PageUsage(str(row.subject), address)] if address else []
    if isinstance(row, Passage):
        if not row.document.is_published:
            return []
        return [PageUsage(str(row), page_of_passage(row))]
    if isinstance(row, Document):
        address = reverse("pages:source-detail", kwargs={"slug": row.key})
        return [PageUsage(str(row), address)]
    if isinstance(row, Disagreement):
        address = reverse("pages:disagreement-detail", kwargs={"slug": row.key})
        return [PageUsage(str(row), address)]
    return []


def rows_that_rest_on(row: Content) -> Iterator[Content]:
    """The rows that cite ``row``, tell of it, or are weighed with it."""
    if isinstance(row, Fact):
        return iter(
            Disagreement.objects.filter(claims__fact=row).distinct().order_by("key")
        )
    if isinstance(row, Passage):
        disagreements = Disagreement.objects.filter(claims__passage=row).distinct()
        return chain(
            Fact.objects.filter(citations__passage=row)[:MOST],
            disagreements[:MOST],
            Assessment.objects.filter(passage=row)[:MOST],
        )
    if isinstance(row, Document):
        return iter(row.passages.select_related("document")[:MOST])
    if isinstance(row, Subject):
        return chain(
            row.facts.select_related("subject")[:MOST], row.disagreements.all()[:MOST]
        )
    if isinstance(row, Disagreement):
        return iter(Fact.objects.filter(claims__disagreement=row).distinct())
    if isinstance(row, Assessment):
        return iter((row.subject, row.passage))
    return iter(())
