"""Published changes as the public reads of them: what, when, why, before and after.

Nothing here asks who wrote or approved a change: no name can reach a public page.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime

from django.urls import reverse
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from content.addresses import address_of, own_pages, page_of, page_of_passage
from content.before_and_after import (
    FieldDifference,
    RowDifference,
    row_difference,
    titles_of_rows,
)
from content.models import ChangeRecord
from content.serialisers import ContentKind, split_name
from facts.models import (
    Assessment,
    Content,
    ContentQuerySet,
    Disagreement,
    Document,
    Fact,
    Passage,
    Subject,
)
from facts.periods import OPEN
from facts.periods_in_words import edtf_in_words

DATES = {"start", "end", "speaks", "made", "consulted"}
"""Fields whose texts are dates as EDTF."""

IN_THE_TITLE = {"subject", "aspect"}
"""Fields that the title of a fact is made of."""


@dataclass(frozen=True)
class PublishedRow:
    """What a change did to one row, and the address of the page that tells of the row.

    The address is empty where no page does: a retired row is told nowhere. Of a row that
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


def published_changes(
    records: Iterable[ChangeRecord], pages: Mapping[str, str]
) -> list[PublishedChange]:
    """These changes in words, in their order; ``pages`` is what ``pages_of_rows`` gives."""
    listed = list(records)
    titles = titles_of_rows(row for record in listed for row in record.written)
    changes = []
    for record in listed:
        row, *beside = (
            _published_row(row_difference(written, titles), pages)
            for written in record.written
        )
        # A new value stands beside the one that it takes the place of.
        row = replace(row, is_new=row.is_new and not record.replaced)
        changes.append(PublishedChange(record, row, beside))
    return changes


def _published_row(row: RowDifference, pages: Mapping[str, str]) -> PublishedRow:
    lines = list(_lines_for_readers(row))
    return PublishedRow(row.title, pages.get(row.name, ""), row.is_new, lines)


def _lines_for_readers(row: RowDifference) -> Iterator[FieldDifference]:
    """The lines of a row with dates in words, without what the title of a new fact says."""
    kind, _key = split_name(row.name)
    left_out = IN_THE_TITLE if row.is_new and kind == ContentKind.FACT else set()
    for line in row.lines:
        if line.path in DATES:
            before, after = _date_in_words(line.before), _date_in_words(line.after)
            yield replace(line, before=before, after=after)
        elif line.path not in left_out:
            yield line


def _date_in_words(text: str) -> str:
    if text == OPEN:
        return _("open")
    return edtf_in_words(text) if text else ""


def pages_of_rows(records: Iterable[ChangeRecord], today: date) -> dict[str, str]:
    """The address of the page that tells of each row that these changes touch, by name.

    A retired row has none, nor has a subject that no published fact is about.
    """
    keys: dict[str, set[str]] = defaultdict(set)
    for record in records:
        for row in record.written:
            kind, key = split_name(row.name)
            keys[kind].add(key)
    own = own_pages()
    pages = {
        ContentKind.FACT: _pages_of_facts(keys[ContentKind.FACT], own, today),
        ContentKind.SUBJECT: _pages_of_subjects(keys[ContentKind.SUBJECT], own),
        ContentKind.PASSAGE: _pages_of_passages(keys[ContentKind.PASSAGE]),
        ContentKind.ASSESSMENT: _pages_of_assessments(keys[ContentKind.ASSESSMENT]),
        ContentKind.DISAGREEMENT: {
            key: reverse("pages:disagreement-detail", kwargs={"slug": key})
            for key in _published(Disagreement, keys[ContentKind.DISAGREEMENT])
        },
        ContentKind.DOCUMENT: {
            key: reverse("pages:source-detail", kwargs={"slug": key})
            for key in _published(Document, keys[ContentKind.DOCUMENT])
        },
    }
    return {
        f"{kind}/{key}": page
        for kind, by_key in pages.items()
        for key, page in by_key.items()
    }


def _published(model: type[Content], keys: Iterable[str]) -> Iterable[str]:
    rows: ContentQuerySet[Content] = model.objects.published()
    return rows.filter(key__in=keys).values_list("key", flat=True)


def _pages_of_facts(
    keys: Iterable[str], own: Mapping[str, str], today: date
) -> dict[str, str]:
    facts = Fact.objects.published().filter(key__in=keys).select_related("subject")
    return {fact.key: address_of(fact, own, today) for fact in facts}


def _pages_of_subjects(keys: Iterable[str], own: Mapping[str, str]) -> dict[str, str]:
    subjects = Subject.objects.filter(key__in=keys, facts__state="published").distinct()
    return {subject.key: page_of(subject, own) for subject in subjects}


def _pages_of_passages(keys: Iterable[str]) -> dict[str, str]:
    passages = Passage.objects.published().filter(key__in=keys).select_related("document")
    return {passage.key: page_of_passage(passage) for passage in passages}


def _pages_of_assessments(keys: Iterable[str]) -> dict[str, str]:
    assessments = Assessment.objects.published().filter(key__in=keys)
    return {
        assessment.key: page_of_passage(assessment.passage)
        for assessment in assessments.select_related("passage__document")
    }
