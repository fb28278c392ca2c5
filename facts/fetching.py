"""What pages read beside the facts: questions and judgements, and where the sources end."""

from __future__ import annotations

from datetime import date

from facts.held import held
from facts.models import Assessment, Disagreement, Document, Fact, Subject


@held
def sources_end() -> date | None:
    """The last day on which a source was read."""
    return Document.objects.last_consulted()


@held
def disagreements_on(subject: Subject) -> list[Disagreement]:
    """The questions about a subject on which the sources collide."""
    return list(Disagreement.objects.published().filter(subject=subject))


@held
def assessments_of(subject: Subject) -> list[Assessment]:
    """The judgements on a subject, with their passages and documents."""
    judged = Assessment.objects.published().filter(subject=subject)
    return list(judged.select_related("passage__document"))


@held
def fact_with_sources(fact: Fact) -> Fact:
    """The same fact with all that a page shows of it."""
    return Fact.objects.with_sources().get(pk=fact.pk)


@held
def told_subjects(*topics: str) -> list[Subject]:
    """The subjects of these topics that a published fact is about, by name."""
    return list(Subject.objects.told(*topics))


@held
def all_disagreements() -> list[Disagreement]:
    """Every question on which the sources collide, with its claims, in order of keys."""
    return list(Disagreement.objects.published().with_claims())


@held
def disagreement_of_key(key: str) -> Disagreement | None:
    """One question, with its claims in full."""
    questions = Disagreement.objects.published().with_claims_in_full()
    return questions.filter(key=key).first()
