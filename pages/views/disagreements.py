from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404

from facts.models import Disagreement, Document, Kind, Subject
from web.http import SiteRequest
from web.pages import public_page
from web.partials import render_page


@dataclass(frozen=True)
class Wanted:
    """What a visitor filters the disagreements by; an empty text filters nothing."""

    subject: str
    kind: str
    document: str
    words: str

    @classmethod
    def of(cls, request: HttpRequest) -> Wanted:
        """What the address asks for."""
        asked = request.GET
        return cls(
            subject=asked.get("subject", ""),
            kind=asked.get("kind", ""),
            document=asked.get("document", ""),
            words=asked.get("words", "").strip(),
        )

    def fits(self, one: Disagreement) -> bool:
        """Whether a disagreement is among what is asked for."""
        claims = one.claims.all()
        text = folded(" ".join([one.question_en, one.uses_en, one.reasoning_en]))
        text += folded(" ".join(claim.says_en for claim in claims))
        documents = {claim.passage.document.key for claim in claims}
        return (
            self.subject in ("", one.subject.key)
            and self.kind in ("", one.kind)
            and (not self.document or self.document in documents)
            and all(word in text for word in folded(self.words).split())
        )


def folded(text: str) -> str:
    """``text`` without capitals and accents: ``majilis`` finds ``Mäjilis``."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    return "".join(one for one in plain if not unicodedata.combining(one))


@public_page
def disagreement_list(request: SiteRequest) -> HttpResponse:
    """All questions on which the sources collide, filtered by the address."""
    wanted = Wanted.of(request)
    every = list(
        Disagreement.objects.select_related("subject").prefetch_related(
            "claims__passage__document"
        )
    )
    context = {
        "wanted": wanted,
        "found": [one for one in every if wanted.fits(one)],
        "all": every,
        "subjects": Subject.objects.filter(pk__in={one.subject_id for one in every}),
        "kinds": Kind.choices,
        "documents": documents_of(every),
    }
    return render_page(request, "pages/disagreement_list.html", context, partial="results")


def documents_of(disagreements: Iterable[Disagreement]) -> list[Document]:
    """The documents whose passages make claims, the five first, each once."""
    found = {
        claim.passage.document.key: claim.passage.document
        for one in disagreements
        for claim in one.claims.all()
    }
    return sorted(found.values(), key=lambda one: (one.tier, one.short_name_en))


@public_page
def disagreement_detail(request: SiteRequest, slug: str) -> HttpResponse:
    """One question: every claim beside the others, what the site uses, and why."""
    found = Disagreement.objects.select_related("subject").prefetch_related(
        "claims__passage__document", "claims__fact__subject"
    )
    context = {"disagreement": get_object_or_404(found, key=slug)}
    return render_page(request, "pages/disagreement_detail.html", context)
