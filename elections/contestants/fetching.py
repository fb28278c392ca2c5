"""Parties and people with the facts that tell of them."""

from __future__ import annotations

from datetime import date

from django.db.models import Prefetch, Q, QuerySet
from django.utils.text import slugify

from elections.aspects import ASPECTS, FIGURE, HELD
from elections.contestants.contestant import Contestant
from elections.models import FigureMeasure
from facts.aspects import NAME
from facts.held import held
from facts.localised import column
from facts.models import Fact, Name, Script, Subject
from web.word_match import folded


def fetch_contestant(subject: Subject, day: date) -> Contestant:
    """One party or person with all that its page shows."""
    return Contestant(subject, facts_on_contestant(subject), day)


@held
def facts_on_contestant(subject: Subject) -> list[Fact]:
    """Every published fact that tells of a party or person, in order of time."""
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
        .select_related("subject__election")
        .prefetch_related("names", "winners", names_of_joined())
        .in_order()
    )
    return [fact for fact in facts if ASPECTS.is_complete(fact)]


@held
def subject_with_page(topic: str, key: str) -> Subject | None:
    """The party (or person) of a key, if anything is told of it."""
    return subjects_with_pages(topic).filter(key=key).first()


def subjects_with_pages(topic: str) -> QuerySet[Subject]:
    """The parties (or people) of whom anything is told: they have a page."""
    published = Fact.objects.published()
    subjects = Subject.objects.filter(topic=topic).filter(
        Q(facts__in=published)
        | Q(memberships__fact__in=published)
        | Q(mergers__fact__in=published)
        | Q(results__result__fact__in=published)
    )
    return subjects.distinct().order_by(column(Subject, "name"), "key")


def fetch_contestants(topic: str, day: date) -> list[Contestant]:
    """All parties (or people) of whom anything is told, with their names and posts.

    By their names of the day: Äli and Älihan stand under A, not behind Z.
    """
    facts = facts_on_contestants(topic)
    contestants = [Contestant(subject, own, day) for subject, own in facts.items()]
    return sorted(contestants, key=_place_of_name)


@held
def facts_on_contestants(topic: str) -> dict[Subject, list[Fact]]:
    """The names, posts and mergers of all parties (or people) of whom anything is told."""
    subjects = list(subjects_with_pages(topic))
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
    owners = {subject.pk: subject for subject in subjects}
    by_owner: dict[Subject, list[Fact]] = {subject: [] for subject in subjects}
    for fact in facts:
        membership = getattr(fact, "membership", None)
        owner = membership.person_id if membership else fact.subject_id
        if ASPECTS.is_complete(fact) and owner in owners:
            by_owner[owners[owner]].append(fact)
    return by_owner


def _place_of_name(contestant: Contestant) -> tuple[str, str]:
    name = contestant.names.text
    return folded(name), name


def keys_of_name(topic: str, slug: str) -> set[str]:
    """The keys of those who bore a name, in Latin letters, that reads as ``slug``."""
    names = Name.objects.filter(
        script=Script.LATIN,
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
