"""The institutions that have a page, with their facts, fetched once for a whole page."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from facts.held import held
from facts.models import Fact, Subject
from parliament.aspects import ASPECTS, EXISTENCE
from parliament.chambers.standing import Standing
from parliament.models import Institution, InstitutionKind


@held
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
    return _facts_of(*subjects)


@held
def _facts_of(*subjects: Subject) -> dict[int, list[Fact]]:
    facts = (
        Fact.objects.published()
        .about(subjects)
        .with_sources()
        .prefetch_related("names")
        .in_order()
    )
    by_subject: dict[int, list[Fact]] = {subject.pk: [] for subject in subjects}
    for fact in facts:
        if ASPECTS.is_complete(fact):
            by_subject[fact.subject_id].append(fact)
    return by_subject


@held
def successions_to(successor: Subject) -> list[Fact]:
    """The facts that say which institutions a subject succeeded, with their subjects."""
    facts = Fact.objects.published().filter(succession__successor=successor)
    return list(facts.select_related("subject"))


def day_shown(institution: Institution, facts: Sequence[Fact], today: date) -> date:
    """The day a page shows where none was asked for.

    An institution that has ended is shown as it last stood, any other as of ``today``.
    """
    last = Standing(institution, facts, today).last_day()
    return last if last and last < today else today
