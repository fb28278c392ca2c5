from __future__ import annotations

from itertools import groupby

from django.http import HttpResponse
from django.shortcuts import get_object_or_404

from facts.glossary import PREFIX, slug_of
from facts.models import Fact, Subject, Topic
from web.http import SiteRequest
from web.partials import render_page
from web.public_page import public_page
from web.word_match import folded, has_words


@public_page
def term_list(request: SiteRequest) -> HttpResponse:
    """Every term, by its first letter; filtered by words, also in other languages."""
    words = request.GET.get("words", "").strip()
    facts = (
        Fact.objects.published()
        .filter(subject__topic=Topic.TERMS)
        .select_related("subject")
        .prefetch_related("names")
    )
    found = [
        (slug_of(fact.subject), fact.subject.name)
        for fact in facts
        if has_words(" ".join([fact.subject.name, *map(str, fact.names.all())]), words)
    ]
    found.sort(key=lambda one: folded(one[1]))
    groups = groupby(found, key=lambda one: folded(one[1])[:1].upper())
    context = {
        "words": words,
        "found": found,
        "letters": [(letter, list(terms)) for letter, terms in groups],
    }
    return render_page(request, "parliament/term_list.html", context, partial="results")


@public_page
def term_detail(request: SiteRequest, slug: str) -> HttpResponse:
    """One term: what it means, its forms in other languages, its sources."""
    subject = get_object_or_404(Subject.objects.told(Topic.TERMS), key=f"{PREFIX}{slug}")
    facts = Fact.objects.published().about([subject]).with_sources()
    context = {
        "subject": subject,
        "facts": facts.prefetch_related("names").in_order(),
    }
    return render_page(request, "parliament/term_detail.html", context, partial="meaning")
