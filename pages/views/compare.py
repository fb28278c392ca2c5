from __future__ import annotations

from datetime import date

from django.http import HttpResponse

from content.aspect_groups import ComparisonGroup
from content.comparison.fetching import comparison_of
from pages.comparison import fetch_sources, one_group, overview
from pages.forms import CompareForm
from web.http import SiteRequest
from web.partials import render_page
from web.public_page import public_page

SHOWCASE = (
    (date(1998, 10, 6), date(1998, 10, 7)),
    (date(2007, 5, 20), date(2007, 8, 29)),
    (date(2018, 6, 18), date(2018, 10, 5)),
    (date(2022, 6, 7), date(2023, 3, 29)),
    (date(2026, 6, 30), date(2026, 7, 1)),
)
"""Pairs of days with much to see between them."""


@public_page
def comparison(request: SiteRequest) -> HttpResponse:
    """What changed between two dates; without them, on the day the two chambers ended."""
    form = CompareForm(request.GET, request.today)
    if not form.is_valid():
        return bad_dates(request, form)
    first, second = sorted(form.days)
    changes = comparison_of(first, second)
    group = request.GET.get("group", "")
    is_one = group in ComparisonGroup.values
    if is_one:
        number = request.GET.get("page", "")
        shown = [one_group(changes, ComparisonGroup(group), number)]
    else:
        shown = overview(changes)
    fetch_sources(shown)
    context = {
        "form": form,
        "showcase": SHOWCASE,
        "first": first,
        "second": second,
        "swapped": (first, second) != form.days,
        "shown": shown,
        "is_one": is_one,
        "count": len(changes.lines) - len(changes.of(ComparisonGroup.PERHAPS)),
        "same": changes.same,
        "unknown": changes.unknown,
    }
    return render_page(request, "pages/compare.html", context, partial="changes")


def bad_dates(request: SiteRequest, form: CompareForm) -> HttpResponse:
    """What is wrong with a date, beside its field; the page keeps its place in history."""
    context = {"form": form, "showcase": SHOWCASE}
    response = render_page(
        request, "pages/compare.html", context, partial="changes", status=400
    )
    # htmx could not restore such an address from the history, so it must not enter it.
    response.headers["HX-Push-Url"] = "false"
    return response
