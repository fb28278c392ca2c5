from __future__ import annotations

from django.http import Http404, HttpResponse

from facts.fetching import disagreement_of_key
from pages.disagreements import disagreements_by_topic, when_each_holds
from pages.filters import DisagreementFilter
from web.http import SiteRequest
from web.paging import shown_page
from web.partials import render_page
from web.public_page import public_page

ON_A_PAGE = 40
EXAMPLES = (
    "senate-how-many",
    "majilis-98-per-cent",
    "majilis-1999-month",
    "capital-names-by-date",
    "embassy-page-which-year",
)
"""Questions to start with: one of each sort of trouble."""


@public_page
def disagreement_list(request: SiteRequest) -> HttpResponse:
    """All questions on which the sources collide, filtered by the address."""
    disagreements = disagreements_by_topic()
    filters = DisagreementFilter(request.GET)
    fitting = filters.fitting(disagreements)
    context = {
        "filter": filters,
        "shown": shown_page(request, fitting, ON_A_PAGE),
        "total": len(disagreements),
        "examples": [question for question in disagreements if question.key in EXAMPLES],
    }
    return render_page(request, "pages/disagreement_list.html", context, partial="results")


@public_page
def disagreement_detail(request: SiteRequest, slug: str) -> HttpResponse:
    """One question: every claim beside the others, what the site uses, and why."""
    disagreement = disagreement_of_key(slug)
    if disagreement is None:
        raise Http404(slug)
    context = {
        "disagreement": disagreement,
        "when": when_each_holds(disagreement, request.today),
    }
    return render_page(request, "pages/disagreement_detail.html", context)
