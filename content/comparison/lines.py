"""One line of a comparison: what changed about one aspect of one subject."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import gettext as _

from content.aspect_groups import ComparisonGroup
from facts.models import Fact, Subject
from parliament.aspects import CHOICE, COMPOSITION_IN_LAW
from parliament.models import Way


@dataclass(frozen=True)
class NumberChange:
    """A number that changed; empty where there was none, or it is not settled."""

    label: str
    before: str
    after: str


@dataclass(frozen=True)
class ComparisonLine:
    """What changed about one aspect of one subject."""

    group: ComparisonGroup
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
        name, aspect = self.subject.name, (self.before or self.after)[0].aspect
        if self.is_in_law:
            return _("%(name)s, in law") % {"name": name}
        way = CHOICE.free_part(aspect)
        if CHOICE.covers(aspect) and way in Way.values:
            return _("%(name)s, seats %(way)s") % {"name": name, "way": Way(way).label}
        return name

    @property
    def is_in_law(self) -> bool:
        """Whether only what the law says of the seats changed."""
        facts = self.before or self.after
        return COMPOSITION_IN_LAW.covers(facts[0].aspect)

    @property
    def gist(self) -> str:
        """What holds after it, or what held before if nothing does."""
        return str((self.after or self.before)[0].says)

    @property
    def what(self) -> str:
        """Whether the subject, or what is said of it, began, ended, moved or changed."""
        if self.group == ComparisonGroup.PERHAPS:
            return _("not settled")
        if not self.before:
            return _("new") if self.has_begun else _("from then on")
        if not self.after:
            return _("ended") if self.has_ended else _("no longer so")
        if self.group == ComparisonGroup.POWERS and procedures_of(self.before).isdisjoint(
            procedures_of(self.after)
        ):
            return _("moved")
        return _("changed")

    @property
    def acts(self) -> list[str]:
        """The acts that made the change, as far as the sources name them."""
        begun = [fact.act or _part(fact, "begun_by") for fact in self.after]
        ended = [_part(fact, "ended_by") for fact in self.before]
        return list(dict.fromkeys(act for act in (*begun, *ended) if act))

    @property
    def figures(self) -> list[NumberChange]:
        """The numbers of seats that changed: all, and those of each way to fill them."""
        facts = (*self.before, *self.after)
        counted = all(hasattr(fact, "composition") for fact in facts)
        if not (
            self.group == ComparisonGroup.SEATS and self.before and self.after and counted
        ):
            return []
        before = _settled(self.before, self.perhaps_before)
        after = _settled(self.after, self.perhaps_after)
        ways = dict.fromkeys(
            part.get_way_display()
            for fact in (before, after)
            if fact
            for part in fact.composition.parts.all()
        )
        numbers = [
            NumberChange(_("seats"), _seats(before), _seats(after)),
            *(NumberChange(way, _seats(before, way), _seats(after, way)) for way in ways),
        ]
        return [number for number in numbers if number.before != number.after]


def _settled(facts: tuple[Fact, ...], perhaps: frozenset[int]) -> Fact | None:
    """The one fact that held for certain; ``None`` where none did, or several."""
    sure = [fact for fact in facts if fact.pk not in perhaps]
    return sure[0] if len(sure) == 1 else None


def procedures_of(facts: Iterable[Fact]) -> set[str]:
    """The procedures of the facts that tell of a power."""
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
