"""Published changes as the public reads of them: what, when, why, before and after.

Nothing here asks who wrote or approved a change: no name can reach a public page.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime

from django.urls import reverse
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from content.addresses import address_of, page_of, rooms
from content.differences import (
    FieldDifference,
    RowDifference,
    row_difference,
    titles_of_rows,
)
from content.models import ChangeRecord
from content.serialisers import ContentKind, split_name
from facts.models import Assessment, Fact, Passage, Subject
from facts.periods import OPEN
from facts.periods_in_words import edtf_in_words

DATES = {"start", "end", "speaks", "made", "consulted"}
"""Fields whose texts are dates as EDTF."""


IN_THE_TITLE = {"subject", "aspect"}
"""Fields that the title of a fact is made of."""


@dataclass(frozen=True)
class PublishedRow:
    """What a change did to one row, and the address of the page that tells of the row.

    The address is empty where no page does: a retired fact is told nowhere. Of a row that
    ``is_new`` there is nothing to tell from before.
    """

    title: str
    page: str
    is_new: bool
    lines: list[FieldDifference]


@dataclass(frozen=True)
class PublishedChange:
    """A published change in words; ``beside`` are the rows that changed with it."""

    record: ChangeRecord
    row: PublishedRow
    beside: list[PublishedRow]

    @property
    def at(self) -> datetime:
        """When it was published."""
        return self.record.published_at

    @property
    def day(self) -> date:
        """The day of its publication, in Kazakhstan."""
        return localtime(self.at).date()

    @property
    def title(self) -> str:
        """What was done, and to what: ``Corrected: Senate: term``."""
        return f"{self.record.get_aim_display()}: {self.row.title}"

    @property
    def address(self) -> str:
        """Where it stands in the list, for good: pages of a list that grows move on."""
        return address_of_change(self.record.number)

    @property
    def undone(self) -> str:
        """The address of the change that it goes back before; empty for other aims."""
        undoes = self.record.undoes
        return address_of_change(undoes) if undoes else ""


def address_of_change(number: int) -> str:
    """The lasting address of a published change."""
    return f"{reverse('pages:change-list')}?change={number}#change-{number}"


def in_public_words(
    records: Iterable[ChangeRecord], pages: Mapping[str, str]
) -> list[PublishedChange]:
    """These changes in words, in their order; ``pages`` as ``pages_of`` found them."""
    listed = list(records)
    titles = titles_of_rows(row for record in listed for row in record.written)
    found = []
    for record in listed:
        row, *beside = (
            PublishedRow(one.title, pages.get(one.name, ""), one.is_new, _for_readers(one))
            for one in (row_difference(written, titles) for written in record.written)
        )
        # A new value stands beside the one that it takes the place of.
        row = replace(row, is_new=row.is_new and not record.replaced)
        found.append(PublishedChange(record, row, beside))
    return found


def _for_readers(row: RowDifference) -> list[FieldDifference]:
    """The lines of a row with dates in words, without what the title of a new fact says."""
    kind, _key = split_name(row.name)
    is_told = IN_THE_TITLE if row.is_new and kind == ContentKind.FACT else set()
    return [
        replace(line, before=_in_words(line.before), after=_in_words(line.after))
        if line.path in DATES
        else line
        for line in row.lines
        if line.path not in is_told
    ]


def _in_words(text: str) -> str:
    if text == OPEN:
        return _("open")
    return edtf_in_words(text) if text else ""


def pages_of(records: Iterable[ChangeRecord], today: date) -> dict[str, str]:
    """The address of the page that tells of each row that these changes touch, by name.

    A retired fact has none, nor has a subject of which no fact tells.
    """
    keys: dict[str, set[str]] = defaultdict(set)
    for record in records:
        for row in record.written:
            kind, key = split_name(row.name)
            keys[kind].add(key)
    own = rooms()
    facts = Fact.objects.published().filter(key__in=keys[ContentKind.FACT])
    told = Subject.objects.filter(
        key__in=keys[ContentKind.SUBJECT], facts__state="published"
    )
    passages = Passage.objects.filter(key__in=keys[ContentKind.PASSAGE])
    judged = Assessment.objects.filter(key__in=keys[ContentKind.ASSESSMENT])
    found = {
        ContentKind.FACT: {
            one.key: address_of(one, own, today) for one in facts.select_related("subject")
        },
        ContentKind.SUBJECT: {one.key: page_of(one, own) for one in told.distinct()},
        ContentKind.PASSAGE: {
            one.key: _page_of_passage(one) for one in passages.select_related("document")
        },
        ContentKind.ASSESSMENT: {
            one.key: _page_of_passage(one.passage)
            for one in judged.select_related("passage__document")
        },
        ContentKind.DISAGREEMENT: {
            key: reverse("pages:disagreement-detail", kwargs={"slug": key})
            for key in keys[ContentKind.DISAGREEMENT]
        },
        ContentKind.DOCUMENT: {
            key: reverse("pages:source-detail", kwargs={"slug": key})
            for key in keys[ContentKind.DOCUMENT]
        },
    }
    return {
        f"{kind}/{key}": page
        for kind, pages in found.items()
        for key, page in pages.items()
    }


def _page_of_passage(passage: Passage) -> str:
    where = {"document": passage.document.key, "slug": passage.key}
    return reverse("pages:passage-detail", kwargs=where)
