"""The institutions that have a page, with their facts, fetched once for a whole page."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date

from facts.models import Fact, Subject
from parliament.aspects import ASPECTS, EXISTENCE
from parliament.chambers.standing import Standing
from parliament.models import Institution, InstitutionKind


def institutions() -> list[Institution]:
    """The institutions that have a page, in their order: those that a fact dates."""
    dated = Institution.objects.exclude(kind=InstitutionKind.LEGISLATURE).filter(
        subject__facts__in=Fact.objects.published().filter(
            EXISTENCE.query(), existence__isnull=False
        )
    )
    return list(dated.select_related("subject").distinct())


def facts_of(subjects: Iterable[Subject]) -> dict[int, list[Fact]]:
    """Every published fact about the subjects, with sources and details, by subject.

    The keys are ids of subjects; each list is in order of time, and empty where there is
    no fact.
    """
    facts = (
        Fact.objects.published()
        .about(subjects)
        .with_sources()
        .prefetch_related("names")
        .in_order()
    )
    by_subject: dict[int, list[Fact]] = defaultdict(list)
    for fact in facts:
        if ASPECTS.is_complete(fact):
            by_subject[fact.subject_id].append(fact)
    return by_subject


def day_shown(institution: Institution, facts: Sequence[Fact], today: date) -> date:
    """The day a page shows where none was asked for.

    An institution that has ended is shown as it last stood, any other as of ``today``.
    """
    last = Standing(institution, facts, today).last_day()
    return last if last and last < today else today
