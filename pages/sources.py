"""The documents and their passages, with what rests on them."""

from __future__ import annotations

from django.db.models import Count, Q

from facts.held import held
from facts.localised import column
from facts.models import Assessment, Claim, Document, Fact, Passage, RowState, Scope
from pages.layers import span_of
from web.charts.lanes import Span


@held
def counted_documents() -> list[Document]:
    """Every document by name, with how many passages, facts and questions it has."""
    seen = Q(passages__state=RowState.PUBLISHED)
    counted = Document.objects.published().annotate(
        n_passages=Count("passages", filter=seen, distinct=True),
        n_out=Count("passages", filter=seen & Q(passages__scope=Scope.OUT), distinct=True),
        n_later=Count(
            "passages", filter=seen & Q(passages__scope=Scope.LATER), distinct=True
        ),
        n_used=Count(
            "passages", filter=seen & Q(passages__scope=Scope.CITED), distinct=True
        ),
        n_facts=Count(
            "passages__citations__fact",
            filter=Q(passages__citations__fact__state="published"),
            distinct=True,
        ),
        n_questions=Count(
            "passages__claims__disagreement",
            filter=Q(passages__claims__disagreement__state=RowState.PUBLISHED),
            distinct=True,
        ),
    )
    return list(counted.order_by(column(Document, "short_name"), "key"))


@held
def ages_of_founding() -> list[tuple[Document, list[Span]]]:
    """The five documents, each with the spans of which its passages speak."""
    founding = [document for document in counted_documents() if document.is_founding]
    spans: dict[int, set[Span]] = {document.pk: set() for document in founding}
    passages = Passage.objects.published().filter(document__in=founding)
    for passage in passages.exclude(scope=Scope.OUT):
        spans[passage.document_id].add(span_of(passage))
    return [(document, sorted(spans[document.pk])) for document in founding]


@held
def document_of_key(key: str) -> Document | None:
    """The document of a key."""
    return Document.objects.published().filter(key=key).first()


@held
def passages_of(document: Document) -> list[Passage]:
    """Every passage of a document, with how much rests on it."""
    passages = Passage.objects.published().filter(document=document)
    return list(passages.select_related("document").with_uses())


@held
def passage_of_key(document: str, key: str) -> Passage | None:
    """The passage of a key in the document of a key, which is there already."""
    passages = Passage.objects.published().select_related("document")
    return passages.filter(document__key=document, key=key).first()


def passages_before(passage: Passage) -> int:
    """How many passages of its document the site tells of before this one."""
    return sum(
        other.scope != Scope.OUT and other.position < passage.position
        for other in passages_of(passage.document)
    )


@held
def facts_resting_on(passage: Passage) -> list[Fact]:
    """The published facts that a passage bears, in order of time."""
    facts = Fact.objects.published().filter(citations__passage=passage)
    return list(facts.in_order().with_sentences())


@held
def claims_of(passage: Passage) -> list[Claim]:
    """What a passage says about questions on which the sources collide."""
    claims = Claim.objects.filter(
        passage=passage, disagreement__state=RowState.PUBLISHED
    ).select_related("disagreement")
    return list(claims.order_by("disagreement__key", column(Claim, "says")))


@held
def assessments_in(passage: Passage) -> list[Assessment]:
    """The judgements that a passage holds."""
    return list(Assessment.objects.published().filter(passage=passage))
