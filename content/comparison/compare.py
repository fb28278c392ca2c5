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

from content.aspect_groups import LIVES, ComparisonGroup, comparison_group
from content.comparison.lines import ComparisonLine, procedures_of
from facts.models import Basis, Fact

Thing = tuple[ComparisonGroup, int, str]
"""What facts exclude each other on: their group, the id of their subject, their aspect."""


@dataclass(frozen=True)
class Comparison:
    """What changed between two days, and how many things did not."""

    lines: list[ComparisonLine]
    same: int
    """How many things held on both days for certain, and said the same."""
    unknown: int
    """How many may have held on both days, where the sources leave one of them open."""

    def of(self, group: ComparisonGroup) -> list[ComparisonLine]:
        """The lines of one group."""
        return [line for line in self.lines if line.group == group]


def group_of(fact: Fact) -> ComparisonGroup | None:
    """The group that tells of a fact; none where a comparison does not, as of a gap."""
    if fact.basis == Basis.GAP:
        return None
    return comparison_group(fact.aspect, fact.subject.topic)


def by_thing(facts: Iterable[Fact]) -> dict[Thing, list[Fact]]:
    """The facts that a comparison tells of, by what they exclude each other on.

    ``facts`` are published, with their subject and the details that pages need.
    """
    things: dict[Thing, list[Fact]] = defaultdict(list)
    for fact in facts:
        if group := group_of(fact):
            things[group, fact.subject_id, fact.aspect].append(fact)
    return things


def compare(things: Mapping[Thing, list[Fact]], first: date, second: date) -> Comparison:
    """What changed from ``first`` to ``second``, which comes after it or is the same day.

    ``things`` is what ``by_thing`` gives.
    """
    begun, ended = _begun_and_ended(things, first, second)
    lines, same, unknown = [], 0, 0
    for (group, subject, _aspect), alike in things.items():
        before = tuple(fact for fact in alike if fact.period.is_possible(first))
        after = tuple(fact for fact in alike if fact.period.is_possible(second))
        if set(before) != set(after) and not _say_the_same(before, after):
            is_sure = _turned(before, first, second) or _turned(after, second, first)
            lines.append(
                ComparisonLine(
                    group if is_sure else ComparisonGroup.PERHAPS,
                    alike[0].subject,
                    before,
                    after,
                    _unsettled(before, first),
                    _unsettled(after, second),
                    has_begun=subject in begun,
                    has_ended=subject in ended,
                )
            )
        elif _is_sure(before, first) and _is_sure(after, second):
            same += 1
        elif before:
            unknown += 1
    order = list(ComparisonGroup)
    lines.sort(key=lambda line: (order.index(line.group), *_weight(line)))
    return Comparison(lines, same, unknown)


def _begun_and_ended(
    things: Mapping[Thing, list[Fact]], first: date, second: date
) -> tuple[set[int], set[int]]:
    """The ids of the subjects that began, and that ended, between two days."""
    begun, ended = set(), set()
    for (_group, subject, aspect), alike in things.items():
        if aspect not in LIVES:
            continue
        was_there = any(fact.period.is_possible(first) for fact in alike)
        is_there = any(fact.period.is_possible(second) for fact in alike)
        if is_there and not was_there:
            begun.add(subject)
        if was_there and not is_there:
            ended.add(subject)
    return begun, ended


def _unsettled(facts: Iterable[Fact], day: date) -> frozenset[int]:
    """The ids of those that may have held on the day, but not for certain."""
    return frozenset(fact.pk for fact in facts if not fact.period.is_certain(day))


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
    return procedures_of(before) == procedures_of(after) and (
        {fact.says for fact in before} == {fact.says for fact in after}
    )


def _weight(line: ComparisonLine) -> tuple[bool, bool, str]:
    """What changed comes before what only began or ended; the law after what was so."""
    begins_or_ends = not (line.before and line.after)
    return begins_or_ends, line.is_in_law, line.subject.name
