from __future__ import annotations

from django.db.models import Count, Prefetch, Q
from django.http import HttpResponse
from django.shortcuts import get_object_or_404

from facts.models import Citation, Claim, Document, Passage, Scope
from parliament.structure import institutions
from web.http import SiteRequest
from web.pages import public_page
from web.partials import render_page


@public_page
def source_list(request: SiteRequest) -> HttpResponse:
    """Every document, the five apart from the public record, with its coverage."""
    documents = Document.objects.annotate(
        n_passages=Count("passages"),
        n_used=Count("passages", filter=Q(passages__scope=Scope.CITED)),
        n_later=Count("passages", filter=Q(passages__scope=Scope.LATER)),
        n_out=Count("passages", filter=Q(passages__scope=Scope.OUT)),
    ).order_by("short_name_en")
    context = {
        "founding": [one for one in documents if one.is_founding],
        "record": [one for one in documents if not one.is_founding],
    }
    return render_page(request, "pages/source_list.html", context)


@public_page
def source_detail(request: SiteRequest, slug: str) -> HttpResponse:
    """One document: every passage in our words, and what rests on it."""
    document = get_object_or_404(Document, key=slug)
    citations = Citation.objects.filter(fact__state="published").select_related(
        "fact__subject"
    )
    claims = Claim.objects.select_related("disagreement__subject")
    passages = list(
        Passage.objects.filter(document=document).prefetch_related(
            Prefetch("citations", citations), Prefetch("claims", claims), "assessments"
        )
    )
    context = {
        "document": document,
        "passages": [one for one in passages if one.scope != Scope.OUT],
        "out": [one for one in passages if one.scope == Scope.OUT],
        "with_page": {one.subject.key for one in institutions()},
    }
    return render_page(request, "pages/source_detail.html", context)
