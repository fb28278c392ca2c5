from __future__ import annotations

from django.core.paginator import Paginator
from django.db.models import Count, Q
from django.http import HttpResponse
from django.shortcuts import get_object_or_404

from content.addresses import address_of, own_pages
from facts.localised import column
from facts.models import Assessment, Claim, Document, Fact, Passage, Scope
from pages.layers import layers_of, span_of
from web.charts.lanes import Span, lanes
from web.http import SiteRequest
from web.partials import render_page
from web.public_page import public_page

ON_A_PAGE = 90
"""Passages of a document; a long text must not outgrow a bad line."""


@public_page
def source_list(request: SiteRequest) -> HttpResponse:
    """Every document, the five apart from the public record, with age and coverage."""
    counted = Document.objects.annotate(
        n_passages=Count("passages", distinct=True),
        n_out=Count("passages", filter=Q(passages__scope=Scope.OUT), distinct=True),
        n_later=Count("passages", filter=Q(passages__scope=Scope.LATER), distinct=True),
        n_used=Count("passages", filter=Q(passages__scope=Scope.CITED), distinct=True),
        n_facts=Count(
            "passages__citations__fact",
            filter=Q(passages__citations__fact__state="published"),
            distinct=True,
        ),
        n_questions=Count("passages__claims__disagreement", distinct=True),
    ).order_by(column(Document, "short_name"), "key")
    founding = [document for document in counted if document.is_founding]
    spans: dict[int, set[Span]] = {document.pk: set() for document in founding}
    for passage in Passage.objects.filter(document__in=founding).exclude(scope=Scope.OUT):
        spans[passage.document_id].add(span_of(passage))
    context = {
        "founding": founding,
        "ages": lanes(
            ((document, sorted(spans[document.pk])) for document in founding),
            request.today,
        ),
        "record": [document for document in counted if not document.is_founding],
    }
    return render_page(request, "pages/source_list.html", context)


@public_page
def source_detail(request: SiteRequest, slug: str) -> HttpResponse:
    """One document: every passage in our words, and how much rests on each."""
    document = get_object_or_404(Document, key=slug)
    passages = Passage.objects.filter(document=document).with_uses()
    inside = [passage for passage in passages if passage.scope != Scope.OUT]
    context = {
        "document": document,
        "shown": Paginator(inside, ON_A_PAGE).get_page(request.GET.get("page")),
        "ages": lanes(
            ((layer, [layer.span]) for layer in layers_of(inside)), request.today
        ),
        "out": [passage for passage in passages if passage.scope == Scope.OUT],
    }
    return render_page(request, "pages/source_detail.html", context)


@public_page
def passage_detail(request: SiteRequest, document: str, slug: str) -> HttpResponse:
    """One passage, and every fact, claim and judgement that rests on it."""
    passages = Passage.objects.select_related("document").filter(document__key=document)
    passage = get_object_or_404(passages, key=slug)
    siblings = Passage.objects.filter(document=passage.document).exclude(scope=Scope.OUT)
    before = siblings.filter(position__lt=passage.position).count()
    facts = Fact.objects.published().filter(citations__passage=passage).in_order()
    own = own_pages()
    context = {
        "passage": passage,
        "page": before // ON_A_PAGE + 1,
        "facts": [
            (fact, address_of(fact, own, request.today)) for fact in facts.with_sentences()
        ],
        "claims": Claim.objects.filter(passage=passage)
        .select_related("disagreement")
        .order_by("disagreement__key", column(Claim, "says")),
        "assessments": Assessment.objects.filter(passage=passage),
    }
    return render_page(request, "pages/passage_detail.html", context, partial="rests")
