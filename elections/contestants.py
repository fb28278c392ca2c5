"""Parties and people: their names, what they won, the posts they held, on a day.

A party or person is a subject. What is told of it stands in facts about it, in facts of
chambers that name it in a post, in mergers, and in rows of results.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from django.db.models import Prefetch, Q, QuerySet
from django.utils.text import slugify

from elections.aspects import FIGURE, HELD, MERGER, OPEN_END
from elections.models import Measure, ResultRow
from elections.votes import Vote, in_time, is_complete
from facts.models import Fact, Name, Subject, Topic
from facts.names import main_name, nearest
from parliament.aspects import CHAIR, NAME
from web.charts.lanes import Lanes, Span, lanes
from web.words import folded

LATIN = Name.Script.LATIN


@dataclass(frozen=True)
class Stood:
    """One row of a result: in which vote, and what the party or person got."""

    vote: Vote
    fact: Fact
    row: ResultRow

    @property
    def at_stake(self) -> int | None:
        """All seats of the vote; ``None`` where that is not told, or the row is of a part.

        Seats of different votes compare only beside all that could be won. The seats won
        in one way are all of them where its rows add up to that.
        """
        told = self.vote.seats.fact
        if self.row.seats is None or told is None:
            return None
        seats = int(told.figure.number)
        won = sum(row.seats or 0 for row in self.fact.result.rows.all())
        return seats if won == seats else self.vote.at_stake(self.fact)


class Contestant:
    """A party or person with the facts that tell of it, and the day looked at."""

    def __init__(self, subject: Subject, facts: Sequence[Fact], day: date) -> None:
        self.subject = subject
        self.day = day
        self.facts = facts
        self.own = [fact for fact in facts if fact.subject_id == subject.pk]

    @cached_property
    def namings(self) -> list[Fact]:
        """The facts that hold its names, in order."""
        return [fact for fact in self.own if fact.aspect == NAME]

    @cached_property
    def naming(self) -> Fact | None:
        """The names on the day: those that surely held, else may have, else the nearest."""
        return nearest(self.namings, self.day)

    @property
    def other_namings(self) -> list[Fact]:
        """The names that it bore on other days, the latest first."""
        return [fact for fact in reversed(self.namings) if fact != self.naming]

    @property
    def name(self) -> str:
        """What it was called in English on the day."""
        return main_name(self.naming) or self.subject.name_en

    @property
    def title(self) -> str:
        """Its name on the day, with what tells it apart from another of that name."""
        last = self.subject.name_en
        return last if last.startswith(f"{self.name} (") else self.name

    @property
    def was_named(self) -> bool:
        """Whether one of its names may have held on the day."""
        return bool(self.naming and self.naming.period.is_possible(self.day))

    @property
    def was_surely_named(self) -> bool:
        """Whether one of its names held on the day for certain."""
        return bool(self.naming and self.naming.period.is_certain(self.day))

    @property
    def joined(self) -> Fact | None:
        """The merger by which it had become part of another party by the day."""
        own = (fact for fact in self.mergers if fact.subject_id == self.subject.pk)
        return next((fact for fact in own if fact.period.start.latest <= self.day), None)

    @property
    def left_open(self) -> Fact | None:
        """That the sources do not say how it ended, where that is told for the day."""
        open_ends = (fact for fact in self.own if fact.aspect == OPEN_END)
        return next((fact for fact in open_ends if fact.period.is_certain(self.day)), None)

    @cached_property
    def mergers(self) -> list[Fact]:
        """What it went into, and what went into it."""
        return [fact for fact in self.facts if fact.aspect.startswith(MERGER)]

    @cached_property
    def line(self) -> list[Fact]:
        """The names of it and of all that went into it, with the mergers, in order."""
        return [fact for fact in self.facts if fact.aspect == NAME or fact in self.mergers]

    @cached_property
    def posts(self) -> list[Fact]:
        """The posts that it held in a chamber, a party or the state, in order."""
        return [
            fact
            for fact in self.facts
            if hasattr(fact, "membership") and fact.subject_id != self.subject.pk
        ]

    @property
    def sure_posts(self) -> list[Fact]:
        """The posts that it held on the day for certain, in order."""
        return [fact for fact in self.posts if fact.period.is_certain(self.day)]

    @property
    def lead_posts(self) -> list[Fact]:
        """The posts that its first line tells: the sure ones of the day, else the nearest.

        A post in a party is told first only of those who held no other.
        """
        others = [fact for fact in self.posts if fact.subject.topic != Topic.PARTIES]
        found = nearest(others or self.posts, self.day)
        return self.sure_posts or ([found] if found else [])

    @property
    def also(self) -> list[str]:
        """The titles of the posts that its first line leaves out, each once, in order."""
        led = {fact.membership.title for fact in self.lead_posts}
        titles = dict.fromkeys(fact.membership.title for fact in self.posts)
        return [title for title in titles if title not in led]

    @cached_property
    def leaders(self) -> list[Fact]:
        """Who led it, in order."""
        return [fact for fact in self.own if fact.aspect == CHAIR]

    @property
    def introduction(self) -> Fact | None:
        """What tells who a person without a post is: the first that is told."""
        is_person = self.subject.topic == Topic.PEOPLE and self.namings
        if not is_person or self.posts:
            return None
        return next((fact for fact in self.own if fact not in self.namings), None)

    @cached_property
    def others(self) -> list[Fact]:
        """What else is told of it."""
        shown = {*self.namings, *self.mergers, *self.leaders, self.introduction}
        return [fact for fact in self.own if fact not in shown]

    @cached_property
    def won(self) -> list[Fact]:
        """The votes that a person won of which no source gives a number, in order of time.

        The sentence on such a vote names the person; there is no row of a result to say so.
        """
        if self.subject.topic != Topic.PEOPLE:
            return []
        counted = {one.vote.subject.pk for one in self.stood}
        found = [
            fact
            for fact in self.facts
            if fact.aspect == HELD
            and fact.subject_id not in counted
            and self.subject.name_en in fact.sentence_en
        ]
        return sorted(found, key=lambda fact: fact.period.start.earliest)

    @property
    def has_shares(self) -> bool:
        """Whether any of its results tells of a share."""
        return any(one.row.share for one in self.stood)

    @property
    def has_seats(self) -> bool:
        """Whether any of its results tells of seats beside all at stake."""
        return any(one.at_stake for one in self.stood)

    @property
    def is_for_seats(self) -> bool:
        """Whether any vote that it stood in filled seats of a chamber."""
        return any(one.vote.election.institution_id for one in self.stood)

    @property
    def latest(self) -> Stood | None:
        """What it got in the latest vote told: of all seats, else in the last part."""
        if not self.stood:
            return None
        last = self.stood[-1].vote
        rows = [one for one in self.stood if one.vote is last]
        return next((one for one in rows if one.at_stake), rows[-1])

    @cached_property
    def stood(self) -> list[Stood]:
        """Every row that it has in a result, in order of time."""
        votes = {vote.subject.pk: vote for vote in votes_of(self.facts)}
        found = [
            Stood(votes[fact.subject_id], fact, row)
            for fact in self.facts
            if hasattr(fact, "result") and fact.subject_id in votes
            for row in fact.result.rows.all()
            if row.contestant_id == self.subject.pk
        ]
        order = list(votes)
        return sorted(found, key=lambda one: order.index(one.fact.subject_id))


def votes_of(facts: Iterable[Fact]) -> list[Vote]:
    """The dated votes that some of the facts are about, in order of time."""
    by_subject: dict[Subject, list[Fact]] = {}
    for fact in facts:
        if hasattr(fact.subject, "election"):
            by_subject.setdefault(fact.subject, []).append(fact)
    found = [Vote(subject.election, own) for subject, own in by_subject.items()]
    return in_time(vote for vote in found if vote.held)


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
        | Q(aspect=HELD, sentence_en__contains=subject.name_en)
        | Q(
            subject__in=results.values("subject"),
            aspect__in=(HELD, FIGURE + Measure.SEATS),
        )
    )
    facts = (
        Fact.objects.published()
        .filter(tells)
        .with_sources()
        .select_related(
            "subject__election", "membership__person", "merger__into", "figure", "result"
        )
        .prefetch_related("names", _joined(), "result__rows")
        .in_order()
    )
    return Contestant(subject, [fact for fact in facts if is_complete(fact)], day)


def told(topic: str) -> QuerySet[Subject]:
    """The parties (or people) of whom anything is told: they have a page."""
    published = Fact.objects.published()
    found = Subject.objects.filter(topic=topic).filter(
        Q(facts__in=published)
        | Q(memberships__fact__in=published)
        | Q(mergers__fact__in=published)
        | Q(results__result__fact__in=published)
    )
    return found.distinct().order_by("name_en", "key")


def listed(topic: str, day: date) -> list[Contestant]:
    """All parties (or people) of whom anything is told, with their names and posts."""
    subjects = list(told(topic))
    facts = (
        Fact.objects.published()
        .filter(
            Q(subject__in=subjects, aspect=NAME)
            | Q(membership__person__in=subjects)
            | Q(subject__in=subjects, merger__isnull=False)
        )
        .select_related("subject", "membership__person", "merger__into")
        .prefetch_related("names", _joined())
        .in_order()
    )
    by_key: dict[int, list[Fact]] = {subject.pk: [] for subject in subjects}
    for fact in facts:
        membership = getattr(fact, "membership", None)
        owner = membership.person_id if membership else fact.subject_id
        if is_complete(fact) and owner in by_key:
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


def line_chart(one: Contestant, until: date) -> Lanes[Fact] | None:
    """Its names and mergers as lanes under one axis; ``None`` where nothing changed."""
    if len(one.line) < 2:
        return None
    return lanes(((fact, [_span(fact)]) for fact in one.line), until)


def name_then(merger: Fact) -> str:
    """What the party that took in another was called when that began."""
    naming = nearest(_namings_of_joined(merger), merger.period.start.earliest)
    return main_name(naming) or merger.merger.into.name_en


def names_later(merger: Fact, day: date) -> list[str]:
    """What that party was called after the merger, in order, by the day looked at."""
    then, joined = name_then(merger), merger.period.start.earliest
    return [
        name
        for fact in _namings_of_joined(merger)
        if joined < fact.period.start.latest <= day
        and (name := main_name(fact)) not in ("", then)
    ]


def _namings_of_joined(merger: Fact) -> list[Fact]:
    """The facts that hold the names of the party joined, in order, from ``_joined``."""
    return [fact for fact in merger.merger.into.facts.all() if fact.aspect == NAME]


def _joined() -> Prefetch[str, QuerySet[Fact], str]:
    """What fetches the names of the parties that others went into."""
    names = Fact.objects.published().filter(aspect=NAME).prefetch_related("names")
    return Prefetch("merger__into__facts", queryset=names.in_order())


def _span(fact: Fact) -> Span:
    """The period of a name; of a merger just its day, however roughly that is known."""
    start, end = fact.period.start, fact.period.end
    if fact.aspect.startswith(MERGER):
        return Span.within(start.earliest, start.latest)
    return Span(start.earliest, start.latest, end.earliest, end.latest)
