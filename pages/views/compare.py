from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.core.paginator import Page, Paginator
from django.db.models import prefetch_related_objects
from django.http import HttpResponse

from content.comparison.compare import Comparison, compare
from content.comparison.groups import ComparisonGroup
from content.comparison.lines import ComparisonLine
from facts.models import Fact
from facts.models.facts import sources_of
from web.http import SiteRequest
from web.on import AsOf, BadDateError, parse_on
from web.partials import render_page
from web.public_page import public_page

IN_FULL = 18
"""Lines that the overview tells in full, shared by its groups; the others are named."""
NAMED = 15
"""Lines of each group that the overview names; a link leads to all."""
ON_A_PAGE = 12

SHOWCASE = (
    ("1998-10-06", "1998-10-07"),
    ("2007-05-20", "2007-08-29"),
    ("2018-06-18", "2018-10-05"),
    ("2022-06-07", "2023-03-29"),
    ("2026-06-30", "2026-07-01"),
)
"""Pairs of days with much to see between them."""


@dataclass(frozen=True)
class ShownGroup:
    """A group of the comparison, as far as the page shows it."""

    group: ComparisonGroup
    count: int
    lines: list[ComparisonLine]
    others: list[ComparisonLine]
    page: Page[ComparisonLine] | None = None


@dataclass(frozen=True)
class AskedDate:
    """One of the two dates: what was typed, the date it means, what is wrong with it."""

    name: str
    typed: str
    date: AsOf | None
    error: str = ""


def _asked(request: SiteRequest, name: str, usual: date) -> AskedDate:
    typed = request.GET.get(name, "").strip()
    try:
        found = parse_on(typed or usual.isoformat(), request.today)
    except BadDateError as error:
        return AskedDate(name, error.given, None, str(error))
    return AskedDate(name, typed, found)


@public_page
def comparison(request: SiteRequest) -> HttpResponse:
    """What changed between two dates; without them, on the day the two chambers ended."""
    first = _asked(request, "from", date(2026, 6, 30))
    second = _asked(request, "to", date(2026, 7, 1))
    context: dict[str, Any] = {
        "asked": (first, second),
        "showcase": [(date.fromisoformat(a), date.fromisoformat(b)) for a, b in SHOWCASE],
    }
    if first.date is None or second.date is None:
        response = render_page(
            request, "pages/compare.html", context, partial="changes", status=400
        )
        response.headers["HX-Push-Url"] = "false"
        return response
    days = sorted((first.date.day, second.date.day))
    found = compare(_facts(), *days)
    shown = _shown(request, found)
    lines = [line for one in shown for line in one.lines]
    facts = [fact for line in lines for fact in (*line.before, *line.after)]
    prefetch_related_objects(facts, *sources_of(Fact))
    context |= {
        "first": days[0],
        "second": days[1],
        "swapped": first.date.day > second.date.day,
        "shown": shown,
        "only": request.GET.get("group", ""),
        "count": len(found.lines) - len(found.of(ComparisonGroup.PERHAPS)),
        "same": found.same,
        "untold": found.untold,
    }
    return render_page(request, "pages/compare.html", context, partial="changes")


def _facts() -> list[Fact]:
    """Every published fact with what a comparison reads of it, in a few queries."""
    facts = Fact.objects.published().with_sentences().select_related("power")
    return list(facts.in_order())


def _shown(request: SiteRequest, found: Comparison) -> list[ShownGroup]:
    """The groups with their lines: some of each, or one group page by page."""
    only = request.GET.get("group", "")
    if only in ComparisonGroup.values:
        group = ComparisonGroup(only)
        page = Paginator(found.of(group), ON_A_PAGE).get_page(request.GET.get("page"))
        lines = list(page.object_list)
        return [ShownGroup(group, page.paginator.count, lines, [], page)]
    told = {group: lines for group in ComparisonGroup if (lines := found.of(group))}
    each = IN_FULL // max(len(told), 1)
    shown = []
    for group, lines in told.items():
        # What only may have changed is named, and told in full on its own pages.
        full = 0 if group == ComparisonGroup.PERHAPS else each
        named = lines[full : full + NAMED]
        shown.append(ShownGroup(group, len(lines), lines[:full], named))
    return shown
