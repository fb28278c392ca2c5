"""The pages of the glossary."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import get_object_or_404

from facts.glossary import PREFIX
from facts.models import Fact, Subject, Topic
from parliament.aspects import MEANING
from parliament.glossary import TermFilter, by_letter, terms_with
from web.http import SiteRequest
from web.partials import render_page
from web.public_page import public_page


@public_page
def term_list(request: SiteRequest) -> HttpResponse:
    """Every term, by its first letter; filtered by words, also in other languages."""
    filters = TermFilter(request.GET)
    terms = terms_with(filters.chosen("words"))
    context = {"filter": filters, "terms": terms, "letters": by_letter(terms)}
    return render_page(request, "parliament/term_list.html", context, partial="results")


@public_page
def term_detail(request: SiteRequest, slug: str) -> HttpResponse:
    """One term: what it means, its forms in other languages, its sources.

    Raises ``Http404`` where no published fact explains a term of that slug.
    """
    subject = get_object_or_404(Subject.objects.told(Topic.TERMS), key=f"{PREFIX}{slug}")
    facts = Fact.objects.published().filter(MEANING.query(), subject=subject)
    context = {
        "subject": subject,
        "facts": facts.with_sources().prefetch_related("names").in_order(),
    }
    return render_page(request, "parliament/term_detail.html", context, partial="meaning")
