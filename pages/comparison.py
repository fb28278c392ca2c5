"""A comparison of two days as its page shows it: an overview, or one group in full."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.core.paginator import Page, Paginator
from django.db.models import prefetch_related_objects

from content.aspect_groups import ComparisonGroup
from content.comparison.compare import Comparison
from content.comparison.lines import ComparisonLine
from facts.models import Fact
from facts.models.facts import sources_of

IN_FULL = 18
"""Lines that the overview tells in full, shared by its groups; the others are named."""
NAMED = 10
"""Lines of each group that the overview names; a link leads to all."""
ON_A_PAGE = 12


@dataclass(frozen=True)
class ShownGroup:
    """A group of the comparison, as far as the page shows it.

    ``lines`` are told in full, ``others`` only named. ``page`` is there where the group
    is shown page by page.
    """

    group: ComparisonGroup
    count: int
    lines: list[ComparisonLine]
    others: list[ComparisonLine]
    page: Page[ComparisonLine] | None = None


def overview(comparison: Comparison) -> list[ShownGroup]:
    """The groups in which something changed, with the first lines of each."""
    groups = {group: lines for group in ComparisonGroup if (lines := comparison.of(group))}
    each = IN_FULL // max(len(groups), 1)
    shown = []
    for group, lines in groups.items():
        # What only may have changed is named, and told in full on its own pages.
        full = 0 if group == ComparisonGroup.PERHAPS else each
        named = lines[full : full + NAMED]
        shown.append(ShownGroup(group, len(lines), lines[:full], named))
    return shown


def one_group(comparison: Comparison, group: ComparisonGroup, number: str) -> ShownGroup:
    """One page of a group, all lines in full; the nearest page to ``number`` there is."""
    page = Paginator(comparison.of(group), ON_A_PAGE).get_page(number)
    return ShownGroup(group, page.paginator.count, list(page.object_list), [], page)


def fetch_sources(shown: Iterable[ShownGroup]) -> None:
    """Fetch the sources of the facts that are told in full, all at once."""
    lines = [line for group in shown for line in group.lines]
    facts = [fact for line in lines for fact in (*line.before, *line.after)]
    prefetch_related_objects(facts, *sources_of(Fact))
