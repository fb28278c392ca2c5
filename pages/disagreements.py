"""The questions on which the sources collide, as their pages show them."""

from __future__ import annotations

from datetime import date

from django.db.models import Q

from facts.fetching import all_disagreements
from facts.held import held
from facts.models import Disagreement, Document, Fact, Subject, Topic
from parliament.charts import fact_lanes
from web.charts.lanes import Lanes


@held
def disagreements_by_topic() -> list[Disagreement]:
    """Every question with its claims, in the order of the list."""
    return sorted(all_disagreements(), key=_by_topic)


def _by_topic(disagreement: Disagreement) -> tuple[int, str, str]:
    """Where a question stands in the list: by topic, by subject, by key."""
    subject = disagreement.subject
    return Topic.values.index(subject.topic), subject.name, disagreement.key


@held
def subjects_disputed() -> list[Subject]:
    """The subjects of all questions, by their names."""
    subjects = {question.subject for question in disagreements_by_topic()}
    return sorted(subjects, key=lambda subject: subject.name)


@held
def documents_disputed() -> list[Document]:
    """The documents whose passages make claims, the five first, each once."""
    by_key = {
        claim.passage.document.key: claim.passage.document
        for question in disagreements_by_topic()
        for claim in question.claims.all()
    }
    return sorted(
        by_key.values(),
        key=lambda document: (document.tier, document.short_name.casefold()),
    )


@held
def facts_beside(disagreement: Disagreement) -> list[Fact]:
    """The facts that its claims stand behind, and those of the same subject and aspect."""
    alike = Q(pk=None)
    for claim in disagreement.claims.all():
        if fact := claim.followed_by:
            alike |= Q(subject=fact.subject_id, aspect=fact.aspect)
    return list(Fact.objects.published().filter(alike).with_sentences().in_order())


def when_each_holds(disagreement: Disagreement, until: date) -> Lanes[Fact] | None:
    """What the facts behind its claims say at all times, as lanes, where dates decide it.

    ``None`` where the facts that take up claims do not differ in their periods.
    """
    followed = (claim.followed_by for claim in disagreement.claims.all())
    facts = {fact for fact in followed if fact}
    if len({(fact.start, fact.end) for fact in facts}) < 2:
        return None
    return fact_lanes(facts_beside(disagreement), until)
