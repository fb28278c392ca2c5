"""What changed between two dates: rules, without a database.

The facts that held on the first day are laid beside those that held on the second, by
subject and aspect. A fact that may have held on both is no change: what only became known
better did not change. It is counted apart from what surely stayed. What may have changed
or not is told apart from what did for certain.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from django.db import models
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _l

from elections.aspects import SYSTEM
from facts.models import Basis, Fact, Subject, Topic
from parliament import aspects
from parliament.models import Way


class Group(models.TextChoices):
    """What a change is of, in the order in which a page tells it."""

    INSTITUTIONS = "institutions", _l("Institutions")
    SEATS = "seats", _l("Seats")
    SYSTEMS = "systems", _l("How seats are filled")
    TERMS = "terms", _l("Terms of office")
    POWERS = "powers", _l("Powers")
    MEMBERS = "members", _l("Rules for members")
    POSTS = "posts", _l("Posts")
    NAMES = "names", _l("Names")
    PLACES = "places", _l("Capital and territory")
    STATE = "state", _l("President, constitution and courts")
    PERHAPS = "perhaps", _l("May have changed in this time")


MEMBERS = (
    aspects.REQUIREMENT,
    "duty-",
    "right-",
    "mandate-",
    "immunity",
    "incompatible-",
    "ineligible-",
    "oath-",
    "pay-",
)
"""How the aspects of the rules for members begin."""

EVENTS = (
    "adopted",
    "amended",
    "step-",
    "text-published",
    aspects.DISSOLVED,
    aspects.FIRST_SITTING,
    aspects.SUCCESSION,
    aspects.OPEN_QUESTION,
    "gap-",
)
"""What happens on a day, or is only not known: no state that could change."""

LIFE = (aspects.EXISTENCE, "in-force")
"""The aspects that say from when until when their subject itself is there."""


def group_of(fact: Fact) -> Group | None:
    """The group that tells of a fact; none where a comparison does not."""
    topic, aspect = fact.subject.topic, fact.aspect
    if fact.basis == Basis.GAP or aspect.startswith(EVENTS):
        return None
    if aspect in (aspects.COMPOSITION, aspects.COMPOSITION_IN_LAW):
        return Group.SEATS
    if aspect.startswith(aspects.CHOICE) or aspect == SYSTEM:
        return Group.SYSTEMS
    if topic == Topic.POWERS:
        return Group.POWERS
    if aspect == aspects.TERM or (topic == Topic.PRESIDENCY and aspect.startswith("term-")):
        return Group.TERMS
    if topic == Topic.PLACES:
        return Group.PLACES
    if aspect == aspects.NAME or aspect.startswith("name-"):
        return Group.NAMES
    if aspect == aspects.EXISTENCE:
        return Group.INSTITUTIONS
    if aspect.startswith((aspects.CHAIR, aspects.DEPUTY_CHAIR, aspects.HOLDER, "leader-")):
        return Group.POSTS
    if topic == Topic.PARLIAMENT:
        return Group.MEMBERS if aspect.startswith(MEMBERS) else None
    if topic in (Topic.PRESIDENCY, Topic.LAW, Topic.COURTS):
        return Group.STATE
    return None


@dataclass(frozen=True)
class Figure:
    """A number that changed; empty where there was none, or it is not settled."""

    label: str
    before: str
    after: str


@dataclass(frozen=True)
class Line:
    """What changed about one aspect of one subject."""

    group: Group
    subject: Subject
    before: tuple[Fact, ...]
    after: tuple[Fact, ...]
    perhaps_before: frozenset[int]
    """The ids of facts that only may have held before; ``perhaps_after`` likewise."""
    perhaps_after: frozenset[int]
    has_begun: bool
    """Whether the subject itself began between the days: before it was nothing."""
    has_ended: bool
    """Whether the subject itself ended between them."""

    @property
    def title(self) -> str:
        """What changed is about: the subject, and which seats of it, or that it is the law.

        What tells how "the others" are chosen is understood only beside those seats.
        """
        name, aspect = self.subject.name_en, (self.before or self.after)[0].aspect
        if self.is_in_law:
            return _("%(name)s, in law") % {"name": name}
        way = aspect.removeprefix(aspects.CHOICE)
        if way != aspect and way in Way.values:
            return _("%(name)s, seats %(way)s") % {"name": name, "way": Way(way).label}
        return name

    @property
    def is_in_law(self) -> bool:
        """Whether only what the law says of the seats changed."""
        facts = self.before or self.after
        return facts[0].aspect == aspects.COMPOSITION_IN_LAW

    @property
    def gist(self) -> str:
        """What holds after it, or what held before if nothing does."""
        return str((self.after or self.before)[0].says)

    @property
    def what(self) -> str:
        """Whether the subject, or what is said of it, began, ended, moved or changed."""
        if self.group == Group.PERHAPS:
            return _("not settled")
        if not self.before:
            return _("new") if self.has_begun else _("from then on")
        if not self.after:
            return _("ended") if self.has_ended else _("no longer so")
        if self.group == Group.POWERS and _procedures(self.before).isdisjoint(
            _procedures(self.after)
        ):
            return _("moved")
        return _("changed")

    @property
    def acts(self) -> list[str]:
        """The acts that made the change, as far as the sources name them."""
        begun = [fact.act_en or _part(fact, "begun_by_en") for fact in self.after]
        ended = [_part(fact, "ended_by_en") for fact in self.before]
        return list(dict.fromkeys(act for act in (*begun, *ended) if act))

    @property
    def figures(self) -> list[Figure]:
        """The numbers of seats that changed: all, and those of each way to fill them."""
        facts = (*self.before, *self.after)
        counted = all(hasattr(fact, "composition") for fact in facts)
        if not (self.group == Group.SEATS and self.before and self.after and counted):
            return []
        before = _settled(self.before, self.perhaps_before)
        after = _settled(self.after, self.perhaps_after)
        ways = dict.fromkeys(
            part.get_way_display()
            for fact in (before, after)
            if fact
            for part in fact.composition.parts.all()
        )
        found = [Figure(_("seats"), _seats(before), _seats(after))]
        found += [Figure(way, _seats(before, way), _seats(after, way)) for way in ways]
        return [one for one in found if one.before != one.after]


def _settled(facts: tuple[Fact, ...], perhaps: frozenset[int]) -> Fact | None:
    """The one fact that held for certain; ``None`` where none did, or several."""
    sure = [fact for fact in facts if fact.pk not in perhaps]
    return sure[0] if len(sure) == 1 else None


def _procedures(facts: Iterable[Fact]) -> set[str]:
    powers = [getattr(fact, "power", None) for fact in facts]
    return {power.procedure for power in powers if power}


def _part(fact: Fact, name: str) -> str:
    """A text of a fact's details on its existence; empty where it has none."""
    return str(getattr(getattr(fact, "existence", None), name, ""))


def _seats(fact: Fact | None, way: str = "") -> str:
    if fact is None:
        return ""
    if not way:
        return "" if fact.composition.seats is None else str(fact.composition.seats)
    for part in fact.composition.parts.all():
        if part.get_way_display() == way:
            return "" if part.seats is None else str(part.seats)
    return "0"


@dataclass(frozen=True)
class Comparison:
    """What changed between two days, and how many things did not."""

    lines: list[Line]
    same: int
    """How many things held on both days for certain, and said the same."""
    untold: int
    """How many may have held on both days, where a source does not tell of each of them."""

    def of(self, group: Group) -> list[Line]:
        """The lines of one group."""
        return [line for line in self.lines if line.group == group]


def compare(facts: Iterable[Fact], first: date, second: date) -> Comparison:
    """What changed from ``first`` to ``second``, which comes after it or is the same day.

    ``facts`` are published, with their subject and the details that pages need.
    """
    by_thing: dict[tuple[Group, int, str], list[Fact]] = defaultdict(list)
    for fact in facts:
        if group := group_of(fact):
            by_thing[group, fact.subject_id, fact.aspect].append(fact)
    begun, ended = _lives(by_thing, first, second)
    lines, same, untold = [], 0, 0
    for (group, subject, _aspect), told in by_thing.items():
        before = tuple(fact for fact in told if fact.period.is_possible(first))
        after = tuple(fact for fact in told if fact.period.is_possible(second))
        if set(before) == set(after) or _say_the_same(before, after):
            is_told = _is_sure(before, first) and _is_sure(after, second)
            same += is_told
            untold += bool(before) and not is_told
            continue
        is_sure = _turned(before, first, second) or _turned(after, second, first)
        lines.append(
            Line(
                group if is_sure else Group.PERHAPS,
                told[0].subject,
                before,
                after,
                frozenset(one.pk for one in before if not one.period.is_certain(first)),
                frozenset(one.pk for one in after if not one.period.is_certain(second)),
                has_begun=subject in begun,
                has_ended=subject in ended,
            )
        )
    order = list(Group)
    lines.sort(key=lambda line: (order.index(line.group), *_weight(line)))
    return Comparison(lines, same, untold)


def _lives(
    by_thing: Mapping[tuple[Group, int, str], list[Fact]], first: date, second: date
) -> tuple[set[int], set[int]]:
    """The ids of the subjects that began, and that ended, between two days."""
    begun, ended = set(), set()
    for (_group, subject, aspect), told in by_thing.items():
        if aspect not in LIFE:
            continue
        was_there = any(fact.period.is_possible(first) for fact in told)
        is_there = any(fact.period.is_possible(second) for fact in told)
        if is_there and not was_there:
            begun.add(subject)
        if was_there and not is_there:
            ended.add(subject)
    return begun, ended


def _is_sure(facts: Iterable[Fact], day: date) -> bool:
    """Whether one of these held on the day for certain."""
    return any(fact.period.is_certain(day) for fact in facts)


def _turned(facts: Iterable[Fact], held: date, gone: date) -> bool:
    """Whether one of these surely held on one day, and surely not on the other."""
    return any(
        fact.period.is_certain(held) and not fact.period.is_possible(gone) for fact in facts
    )


def _say_the_same(before: Iterable[Fact], after: Iterable[Fact]) -> bool:
    """Whether a reader would find the same on both sides: one chair, chosen anew."""
    return _procedures(before) == _procedures(after) and (
        {fact.says.value for fact in before} == {fact.says.value for fact in after}
    )


def _weight(line: Line) -> tuple[bool, bool, str]:
    """What changed comes before what only began or ended; the law after what was so."""
    begins_or_ends = not (line.before and line.after)
    return begins_or_ends, line.is_in_law, line.subject.name_en
