"""What lies on the bench: the work that waits, each thing one click away."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import chain
from typing import Any

from django.contrib.auth.models import User
from django.db.models import Exists, OuterRef, QuerySet, Subquery

from bench.changes.states import ChangeState
from bench.changes.wording import heading, titles_of
from bench.models import Change, Step
from content.rules import breaches
from facts.models import Disagreement, Document, Fact

YEAR = timedelta(days=365)


def unchecked(today: date) -> QuerySet[Fact]:
    """Published facts that nobody has looked at for a year.

    A look is a check, a published change, or reading the page of the record that is
    cited. The five documents are closed texts: what rests on them alone counts from the
    last day on which the sources as a whole were read.
    """
    since = today - YEAR
    if (last := Document.objects.last_consulted()) and last > since:
        undated = Fact.objects.exclude(
            citations__passage__document__consulted__isnull=False
        )
        fresh_as_a_whole = undated.values("pk")
    else:
        fresh_as_a_whole = Fact.objects.none().values("pk")
    changed = Change.objects.filter(
        state=ChangeState.PUBLISHED, published_at__date__gt=since
    )
    return (
        Fact.objects.published()
        .exclude(pk__in=fresh_as_a_whole)
        .exclude(checks__day__gt=since)
        .exclude(citations__passage__document__consulted__gt=since)
        .exclude(key__in=changed.values("key"))
        .select_related("subject")
    )


def worklist(who: User, today: date) -> dict[str, Any]:
    """The lists of the start page for ``who``."""
    changes = Change.objects.select_related("author", "approver")
    steps = Step.objects.filter(change=OuterRef("pk")).order_by("-pk")
    wrote = Exists(steps.filter(name="save", who=who))
    mine = changes.filter(wrote, state=ChangeState.DRAFT).annotate(
        last_step=Subquery(steps.values("name")[:1]),
        last_words=Subquery(steps.values("words")[:1]),
    )
    under_way = {
        "to_review": changes.filter(state=ChangeState.REVIEW).order_by("pk"),
        "returned": mine.filter(last_step="give-back"),
        "drafts": mine.exclude(last_step="give-back"),
        "scheduled": changes.filter(state=ChangeState.APPROVED).order_by("publish_on"),
    }
    titles = titles_of(chain.from_iterable(under_way.values()))
    stale = unchecked(today)
    return {
        **{
            name: [(heading(one, titles), one) for one in found]
            for name, found in under_way.items()
        },
        "unchecked": stale[:8],
        "unchecked_count": stale.count(),
        "unresolved": [
            one
            for one in Disagreement.objects.prefetch_related("claims")
            if not one.is_resolved
        ],
        "breaches": breaches(),
    }
