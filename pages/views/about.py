from __future__ import annotations

from django.http import HttpResponse

from facts.held import held
from facts.models import Disagreement, Document, Fact, Passage
from web.http import SiteRequest
from web.partials import render_page
from web.public_page import public_page


@public_page
def about(request: SiteRequest) -> HttpResponse:
    """How the site works, who can use it, and what it keeps of its visitors."""
    return render_page(request, "pages/about.html", content_counted())


@held
def content_counted() -> dict[str, int]:
    """How many passages, documents of the record, facts and disagreements there are."""
    return {
        "passages": Passage.objects.published().filter(document__tier="founding").count(),
        "record": Document.objects.published().filter(tier="record").count(),
        "facts": Fact.objects.published().count(),
        "disagreements": Disagreement.objects.published().count(),
    }
