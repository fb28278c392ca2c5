from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from datetime import date

from django.core.paginator import Paginator
from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.functional import Promise
from django.utils.http import urlencode

from facts.models import Disagreement, DisagreementKind, Document, Fact, Subject, Topic
from facts.names import spellings
from parliament.charts import fact_lanes
from web.charts.lanes import Lanes
from web.http import SiteRequest
from web.partials import render_page
from web.public_page import public_page
from web.word_match import finder

ON_A_PAGE = 40
EXAMPLES = (
    "senate-how-many",
    "majilis-98-per-cent",
    "majilis-1999-month",
    "capital-names-by-date",
    "embassy-page-which-year",
)
"""Questions to start with: one of each sort of trouble."""


@dataclass(frozen=True)
class DisagreementFilter:
    """What a visitor filters the disagreements by; an empty text filters nothing.

    ``subject`` is the key of one, or ``all-`` and a topic for all subjects of it.
    """

    subject: str
    kind: str
    document: str
    words: str

    @classmethod
    def of(cls, request: HttpRequest) -> DisagreementFilter:
        """What the address asks for."""
        asked = request.GET
        return cls(
            subject=asked.get("subject", ""),
            kind=asked.get("kind", ""),
            document=asked.get("document", ""),
            words=asked.get("words", "").strip(),
        )

    def query(self) -> str:
        """The filters that are set, as the query of an address: ``kind=slip&``."""
        found = {name: value for name, value in asdict(self).items() if value}
        return f"{urlencode(found)}&" if found else ""

    def fits(self, one: Disagreement) -> bool:
        """Whether it is among what is asked for; ``words`` are looked for apart."""
        documents = {claim.passage.document.key for claim in one.claims.all()}
        return (
            self.subject in ("", one.subject.key, f"all-{one.subject.topic}")
            and self.kind in ("", one.kind)
            and (not self.document or self.document in documents)
        )


def text_of(one: Disagreement) -> str:
    """All that words are looked for in."""
    said = [claim.says for claim in one.claims.all()]
    return " ".join([one.question, one.uses, one.reasoning, *said])


@public_page
def disagreement_list(request: SiteRequest) -> HttpResponse:
    """All questions on which the sources collide, filtered by the address."""
    wanted = DisagreementFilter.of(request)
    every = sorted(Disagreement.objects.with_claims(), key=by_topic)
    found = [one for one in every if wanted.fits(one)]
    if wanted.words:
        finds = finder(wanted.words, spellings())
        found = [one for one in found if finds(text_of(one))]
    context = {
        "wanted": wanted,
        "shown": Paginator(found, ON_A_PAGE).get_page(request.GET.get("page")),
        "all": every,
        "topics": subjects_by_topic(every),
        "examples": [one for one in every if one.key in EXAMPLES],
        "kinds": DisagreementKind.choices,
        "documents": documents_of(every),
    }
    return render_page(request, "pages/disagreement_list.html", context, partial="results")


def by_topic(one: Disagreement) -> tuple[int, str, str]:
    """Where a disagreement stands in the list: by topic, by subject, by key."""
    return Topic.values.index(one.subject.topic), one.subject.name, one.key


def subjects_by_topic(
    disagreements: Iterable[Disagreement],
) -> list[tuple[str, str | Promise, list[Subject]]]:
    """The subjects of these disagreements under their topics: key, label, subjects."""
    subjects = {one.subject for one in disagreements}
    found = [
        (key, label, sorted((one for one in subjects if one.topic == key), key=str))
        for key, label in Topic.choices
    ]
    return [group for group in found if group[2]]


def documents_of(disagreements: Iterable[Disagreement]) -> list[Document]:
    """The documents whose passages make claims, the five first, each once."""
    found = {
        claim.passage.document.key: claim.passage.document
        for one in disagreements
        for claim in one.claims.all()
    }
    return sorted(found.values(), key=lambda one: (one.tier, one.short_name.casefold()))


@public_page
def disagreement_detail(request: SiteRequest, slug: str) -> HttpResponse:
    """One question: every claim beside the others, what the site uses, and why."""
    disagreement = get_object_or_404(Disagreement.objects.with_claims_in_full(), key=slug)
    context = {
        "disagreement": disagreement,
        "when": when_each_holds(disagreement, request.today),
    }
    return render_page(request, "pages/disagreement_detail.html", context)


def when_each_holds(disagreement: Disagreement, until: date) -> Lanes[Fact] | None:
    """What the facts behind its claims say at all times, as lanes, where dates decide it.

    ``None`` where the facts that take up claims do not differ in their periods.
    """
    followed = (claim.followed_by for claim in disagreement.claims.all())
    facts = {fact for fact in followed if fact}
    if len({(fact.start, fact.end) for fact in facts}) < 2:
        return None
    alike = Q()
    for fact in facts:
        alike |= Q(subject=fact.subject_id, aspect=fact.aspect)
    return fact_lanes(
        Fact.objects.published().filter(alike).with_sentences().in_order(), until
    )
