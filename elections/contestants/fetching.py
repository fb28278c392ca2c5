"""Parties and people with the facts that tell of them."""

from __future__ import annotations

from datetime import date

from django.db.models import Prefetch, Q, QuerySet
from django.utils.text import slugify

from elections.aspects import ASPECTS, FIGURE, HELD
from elections.contestants.contestant import Contestant
from elections.models import FigureMeasure
from facts.aspects import NAME
from facts.localised import column
from facts.models import Fact, Name, Script, Subject
from web.word_match import folded

LATIN = Script.LATIN


def contestant(subject: Subject, day: date) -> Contestant:
    """One party or person with all that its page shows."""
    results = Fact.objects.filter(result__rows__contestant=subject)
    merged = Fact.objects.published().filter(merger__into=subject)
    tells = (
        Q(subject=subject)
        | Q(membership__person=subject)
        | Q(merger__into=subject)
        | Q(subject__in=merged.values("subject"), aspect=NAME)
        | Q(pk__in=results.values("pk"))
        | Q(pk__in=subject.wins.values("fact"))
        | Q(
            subject__in=results.values("subject"),
            aspect__in=(HELD.name, FIGURE.with_part(FigureMeasure.SEATS)),
        )
    )
    facts = (
        Fact.objects.published()
        .filter(tells)
        .with_sources()
        .select_related(
            "subject__election", "membership__person", "merger__into", "figure", "result"
        )
        .prefetch_related("names", "winners", names_of_joined())
        .in_order()
    )
    return Contestant(subject, [fact for fact in facts if ASPECTS.is_complete(fact)], day)


def with_pages(topic: str) -> QuerySet[Subject]:
    """The parties (or people) of whom anything is told: they have a page."""
    published = Fact.objects.published()
    found = Subject.objects.filter(topic=topic).filter(
        Q(facts__in=published)
        | Q(memberships__fact__in=published)
        | Q(mergers__fact__in=published)
        | Q(results__result__fact__in=published)
    )
    return found.distinct().order_by(column(Subject, "name"), "key")


def listed(topic: str, day: date) -> list[Contestant]:
    """All parties (or people) of whom anything is told, with their names and posts."""
    subjects = list(with_pages(topic))
    facts = (
        Fact.objects.published()
        .filter(
            Q(subject__in=subjects, aspect=NAME)
            | Q(membership__person__in=subjects)
            | Q(subject__in=subjects, merger__isnull=False)
        )
        .with_sentences()
        .prefetch_related("names", names_of_joined())
        .in_order()
    )
    by_key: dict[int, list[Fact]] = {subject.pk: [] for subject in subjects}
    for fact in facts:
        membership = getattr(fact, "membership", None)
        owner = membership.person_id if membership else fact.subject_id
        if ASPECTS.is_complete(fact) and owner in by_key:
            by_key[owner].append(fact)
    found = [Contestant(subject, by_key[subject.pk], day) for subject in subjects]
    # Äli and Älihan stand under A, not behind Z.
    return sorted(found, key=lambda one: (folded(one.name), one.name))


def other_slugs(topic: str, slug: str) -> set[str]:
    """The keys of those who bore a name, in Latin letters, that reads as ``slug``."""
    names = Name.objects.filter(
        script=LATIN,
        fact__aspect=NAME,
        fact__state="published",
        fact__subject__topic=topic,
    )
    pairs = names.values_list("text", "fact__subject__key")
    return {key for text, key in pairs if slugify(text) == slug}


def names_of_joined() -> Prefetch[str, QuerySet[Fact], str]:
    """What fetches the names of the parties that others went into."""
    names = Fact.objects.published().filter(aspect=NAME).prefetch_related("names")
    return Prefetch("merger__into__facts", queryset=names.in_order())
