from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING, Any, Self

from django.db.models import BooleanField, Count, ExpressionWrapper, Max, Prefetch, Q

from facts.guard import GuardedQuerySet
from facts.periods import certain_on, possible_on

if TYPE_CHECKING:  # the base classes below name models as strings
    from facts.models import (  # noqa: F401
        Disagreement,
        Document,
        Fact,
        Passage,
        Subject,
    )


class FactQuerySet(GuardedQuerySet["Fact"]):
    """Questions that are asked of facts; every dated one takes the date."""

    def published(self) -> Self:
        """What the public sees: retired facts are left out."""
        return self.filter(state="published")

    def about(self, subjects: Iterable[Subject], *aspects: str) -> Self:
        """Facts about these subjects, in these aspects where any are named."""
        facts = self.filter(subject__in=subjects)
        return facts.filter(aspect__in=aspects) if aspects else facts

    def on(self, day: date) -> Self:
        """Facts that hold on ``day`` or may hold; ``is_certain`` tells which."""
        certain = ExpressionWrapper(certain_on(day), output_field=BooleanField())
        return self.filter(possible_on(day)).annotate(is_certain=certain)

    def certain_on(self, day: date) -> Self:
        """Only the facts that hold on ``day`` for certain."""
        return self.filter(certain_on(day))

    def in_order(self) -> Self:
        """By the time they begin, the sure ones first."""
        return self.order_by("start_earliest", "start_latest", "key")

    def with_sources(self) -> Self:
        """With what a page shows beside a fact: citations, and where sources disagree."""
        return self.select_related("subject").prefetch_related(*sources())


def sources() -> tuple[Prefetch[str, Any, Any], Prefetch[str, Any, Any]]:
    """What to prefetch on facts so that a page can show their sources beside them."""
    from facts.models import Citation, Claim

    citations = Citation.objects.select_related("passage__document")
    claims = Claim.objects.select_related("disagreement")
    return (
        Prefetch("citations", queryset=citations),
        Prefetch("claims", queryset=claims),
    )


class PassageQuerySet(GuardedQuerySet["Passage"]):
    """Questions that are asked of passages."""

    def unused(self) -> Self:
        """Passages that no fact, claim or assessment rests on."""
        return self.filter(
            citations__isnull=True, claims__isnull=True, assessments__isnull=True
        )

    def used(self) -> Self:
        """Passages that something rests on."""
        return self.exclude(pk__in=self.model._default_manager.unused().values("pk"))

    def with_uses(self) -> Self:
        """Each with ``n_facts``, ``n_claims`` and ``n_assessments`` that rest on it."""
        return self.annotate(
            n_facts=Count(
                "citations__fact",
                filter=Q(citations__fact__state="published"),
                distinct=True,
            ),
            n_claims=Count("claims", distinct=True),
            n_assessments=Count("assessments", distinct=True),
        )


class DisagreementQuerySet(GuardedQuerySet["Disagreement"]):
    """Questions that are asked of disagreements."""

    def with_claims(self) -> Self:
        """With the subject and every claim, down to its document and its fact."""
        from facts.models import Claim

        claims = Claim.objects.select_related("passage__document", "fact__subject")
        return self.select_related("subject").prefetch_related(
            Prefetch("claims", queryset=claims)
        )


class SubjectQuerySet(GuardedQuerySet["Subject"]):
    """Questions that are asked of subjects."""

    def told(self, *topics: str) -> Self:
        """Subjects of these topics that a published fact is about, by name."""
        found = self.filter(topic__in=topics, facts__state="published")
        return found.distinct().order_by("name_en", "key")


class DocumentQuerySet(GuardedQuerySet["Document"]):
    """Questions that are asked of documents."""

    def last_consulted(self) -> date | None:
        """The last day on which a source was read: where the sources end."""
        found: date | None = self.aggregate(last=Max("consulted"))["last"]
        return found
