from __future__ import annotations

from django.http import Http404, HttpResponse

from content.addresses import address_of, own_pages
from facts.models import Scope
from pages.layers import layers_of
from pages.sources import (
    ages_of_founding,
    assessments_in,
    claims_of,
    counted_documents,
    document_of_key,
    facts_resting_on,
    passage_of_key,
    passages_before,
    passages_of,
)
from web.charts.lanes import lanes
from web.http import SiteRequest
from web.paging import shown_page
from web.partials import render_page
from web.public_page import public_page

ON_A_PAGE = 90
"""Passages of a document; a long text must not outgrow a bad line."""
DOCUMENTS_ON_A_PAGE = 150
"""Documents of the public record."""


@public_page
def source_list(request: SiteRequest) -> HttpResponse:
    """Every document, the five apart from the public record, with age and coverage."""
    documents = counted_documents()
    record = [document for document in documents if not document.is_founding]
    context = {
        "founding": [document for document in documents if document.is_founding],
        "ages": lanes(ages_of_founding(), request.today),
        "shown": shown_page(request, record, DOCUMENTS_ON_A_PAGE),
    }
    return render_page(request, "pages/source_list.html", context)


@public_page
def source_detail(request: SiteRequest, slug: str) -> HttpResponse:
    """One document: every passage in our words, and how much rests on each."""
    document = document_of_key(slug)
    if document is None:
        raise Http404(slug)
    passages = passages_of(document)
    inside = [passage for passage in passages if passage.scope != Scope.OUT]
    context = {
        "document": document,
        "shown": shown_page(request, inside, ON_A_PAGE),
        "ages": lanes(
            ((layer, [layer.span]) for layer in layers_of(inside)), request.today
        ),
        "out": [passage for passage in passages if passage.scope == Scope.OUT],
    }
    return render_page(request, "pages/source_detail.html", context)


@public_page
def passage_detail(request: SiteRequest, document: str, slug: str) -> HttpResponse:
    """One passage, and every fact, claim and judgement that rests on it."""
    passage = passage_of_key(document, slug)
    if passage is None:
        raise Http404(slug)
    own = own_pages()
    context = {
        "passage": passage,
        "page": passages_before(passage) // ON_A_PAGE + 1,
        "facts": [
            (fact, address_of(fact, own, request.today))
            for fact in facts_resting_on(passage)
        ],
        "claims": claims_of(passage),
        "assessments": assessments_in(passage),
    }
    return render_page(request, "pages/passage_detail.html", context, partial="rests")
