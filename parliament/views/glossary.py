"""The pages of the glossary."""

from __future__ import annotations

from django.http import Http404, HttpResponse

from facts.glossary import PREFIX
from parliament.glossary import TermFilter, by_letter, meanings_of, terms_with
from web.http import SiteRequest
from web.paging import shown_page
from web.partials import render_page
from web.public_page import public_page

ON_A_PAGE = 200
"""Terms: all that there are now, for whoever looks through the page."""


@public_page
def term_list(request: SiteRequest) -> HttpResponse:
    """Every term, by its first letter; filtered by words, also in other languages."""
    filters = TermFilter(request.GET)
    terms = terms_with(filters.chosen("words"))
    shown = shown_page(request, terms, ON_A_PAGE)
    context = {"filter": filters, "shown": shown, "letters": by_letter(shown)}
    return render_page(request, "parliament/term_list.html", context, partial="results")


@public_page
def term_detail(request: SiteRequest, slug: str) -> HttpResponse:
    """One term: what it means, its forms in other languages, its sources.

    Raises ``Http404`` where no published fact explains a term of that slug.
    """
    facts = meanings_of(f"{PREFIX}{slug}")
    if not facts:
        raise Http404(slug)
    context = {"subject": facts[0].subject, "facts": facts}
    return render_page(request, "parliament/term_detail.html", context, partial="meaning")
