"""The start page of the bench: the work that waits, each thing one click away."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import chain
from typing import Any

from django.contrib.auth.models import User
from django.db.models import Exists, OuterRef, QuerySet, Subquery
from django.utils.formats import date_format

from bench.accounts.events import holds
from bench.changes.permissions import APPROVE, may
from bench.changes.states import ChangeState
from bench.changes.wording import heading, titles_of
from bench.models import Change, Step
from content.before_and_after import Titles
from content.models import LastLoad
from content.rules import breaches
from content.serialisers import SERIALISERS
from facts.blocks.loading import GONE
from facts.models import Disagreement, Document, Fact
from facts.rules import Breach

YEAR = timedelta(days=365)
"""How long nobody may have looked at a fact until it is to be checked."""

MOST_UNCHECKED = 8
"""Facts to check that the start page lists; the others are one click further."""


def unchecked_facts(today: date) -> QuerySet[Fact]:
    """Published facts that nobody has looked at for a year.

    A look is a check, a published change, or reading the page of the record that is
    cited. The five documents are closed texts: what rests on them alone counts from the
    last day on which the sources as a whole were read.
    """
    since = today - YEAR
    changed = Change.objects.filter(
        state=ChangeState.PUBLISHED, published_at__date__gt=since
    )
    facts = (
        Fact.objects.published()
        .exclude(checks__day__gt=since)
        .exclude(citations__passage__document__consulted__gt=since)
        .exclude(key__in=changed.values("key"))
        .select_related("subject")
    )
    last_read = Document.objects.last_consulted()
    if last_read and last_read > since:
        dated = Fact.objects.filter(citations__passage__document__consulted__isnull=False)
        return facts.filter(pk__in=dated.values("pk"))
    return facts


def rows_gone_from_fixtures() -> list[Breach]:
    """Published rows that the fixtures had once, and had no more when they were loaded."""
    last = LastLoad.objects.first()
    gone: dict[str, list[str]] = defaultdict(list)
    for name, reason in last.kept if last else ():
        if reason == GONE:
            kind, _space, key = name.partition(" ")
            gone[kind].append(key)
    return [
        Breach(row, "is no longer in the fixtures")
        for kind, keys in gone.items()
        for row in SERIALISERS[kind].model.objects.published().filter(key__in=keys)
    ]


@dataclass(frozen=True)
class WorkItem:
    """A change that waits: what it does to what, and what else to know of it."""

    heading: str
    change: Change
    notes: list[object]


def _work_item(change: Change, titles: Titles, last_words: str = "") -> WorkItem:
    notes = [
        change.author,
        date_format(change.publish_on, "j F Y") if change.publish_on else "",
        change.reason,
        f"“{last_words}”" if last_words else "",
    ]
    return WorkItem(heading(change, titles), change, [note for note in notes if note])


def worklist(who: User, today: date) -> dict[str, Any]:
    """The lists of the start page for ``who``."""
    changes = Change.objects.select_related("author", "approver")
    steps = Step.objects.filter(change=OuterRef("pk")).order_by("-pk")
    wrote = Exists(steps.filter(name="save", who=who))
    mine = changes.filter(wrote, state=ChangeState.DRAFT).annotate(
        last_step=Subquery(steps.values("name")[:1]),
        last_words=Subquery(steps.values("words")[:1]),
    )
    lists = {
        "to_review": changes.filter(state=ChangeState.REVIEW).order_by("pk"),
        "returned": mine.filter(last_step="give-back"),
        "drafts": mine.exclude(last_step="give-back"),
        "scheduled": changes.filter(state=ChangeState.APPROVED).order_by("publish_on"),
    }
    titles = titles_of(chain.from_iterable(lists.values()))
    unchecked = unchecked_facts(today)
    disagreements = Disagreement.objects.published().prefetch_related("claims")
    return {
        **{
            name: [
                _work_item(change, titles, getattr(change, "last_words", ""))
                for change in listed
            ]
            for name, listed in lists.items()
        },
        "unchecked": unchecked[:MOST_UNCHECKED],
        "unchecked_count": unchecked.count(),
        "unresolved": [question for question in disagreements if not question.is_resolved],
        "gone": rows_gone_from_fixtures(),
        "breaches": breaches(),
        "held": [hold for hold in holds() if may(hold.account, APPROVE)],
    }
