from __future__ import annotations

from django.http import HttpResponse

from facts.models import Disagreement, Document, Fact, Passage
from web.http import SiteRequest
from web.partials import render_page
from web.public_page import public_page


@public_page
def about(request: SiteRequest) -> HttpResponse:
    """How the site works, who can use it, and what it keeps of its visitors."""
    context = {
        "passages": Passage.objects.filter(document__tier="founding").count(),
        "record": Document.objects.filter(tier="record").count(),
        "facts": Fact.objects.published().count(),
        "disagreements": Disagreement.objects.count(),
    }
    return render_page(request, "pages/about.html", context)
