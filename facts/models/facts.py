from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any, ClassVar, Self

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import (
    BooleanField,
    ExpressionWrapper,
    F,
    Model,
    Prefetch,
    Q,
    QuerySet,
)
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from facts.localised import Localised, Text
from facts.models.base import Content, ContentQuerySet
from facts.models.documents import Document, Mark
from facts.models.subjects import Subject
from facts.periods import (
    OPEN,
    Bound,
    Period,
    certain_on,
    parse_bound,
    parse_period,
    possible_on,
)
from facts.periods_in_words import period_in_words
from facts.sentences import joins_for_sentences, made_sentence, prefetches_for_sentences


def validate_start(text: str) -> None:
    """Raise ``ValidationError`` where ``text`` is no start of a period."""
    try:
        parse_bound(text, "start")
    except ValueError as error:
        raise ValidationError(str(error)) from error


def validate_end(text: str) -> None:
    """Raise ``ValidationError`` where ``text`` is no end of a period."""
    try:
        parse_bound(text, "end")
    except ValueError as error:
        raise ValidationError(str(error)) from error


class Basis(models.TextChoices):
    """How the site comes to say it."""

    STATED = "stated", _("stated by the sources cited")
    DERIVED = "derived", _("worked out from the sources cited")
    ATTRIBUTED = "attributed", _("according to one source")
    GAP = "gap", _("not stated in the sources")


class FactQuerySet(ContentQuerySet["Fact"]):
    """Questions that are asked of facts; every dated one takes the date."""

    def about(self, subjects: Iterable[Subject], *aspects: str) -> Self:
        """Facts about these subjects, in these aspects where any are named."""
        facts = self.filter(subject__in=subjects)
        return facts.filter(aspect__in=aspects) if aspects else facts

    def on(self, day: date) -> Self:
        """Facts that hold on ``day`` or may hold; ``is_certain`` tells which."""
        certain = ExpressionWrapper(certain_on(day), output_field=BooleanField())
        return self.filter(possible_on(day)).annotate(is_certain=certain)

    def certain_on(self, day: date) -> Self:
        """Only the facts that hold on ``day`` for certain."""
        return self.filter(certain_on(day))

    def in_order(self) -> Self:
        """By the time they begin, the sure ones first."""
        return self.order_by("start_earliest", "start_latest", "key")

    def with_typed_sentence(self) -> Self:
        """Facts whose sentence somebody typed, in English at least."""
        return self.exclude(sentence_en="")

    def without_typed_sentence(self) -> Self:
        """Facts whose sentence only their details can make."""
        return self.filter(sentence_en="")

    def with_sentences(self) -> Self:
        """With all that their sentences are made of, and the subject."""
        return self.select_related("subject", *joins_for_sentences()).prefetch_related(
            *prefetches_for_sentences()
        )

    def with_sources(self) -> Self:
        """With all that a page shows of a fact: its sentence, citations, disagreements."""
        return self.with_sentences().prefetch_related(*sources_of(self.model))


def sources_of(facts: type[Model]) -> tuple[Prefetch[str, Any, Any], ...]:
    """What to prefetch on rows of the model of facts to show their sources beside them."""
    citations = _rows_of(facts, "citations").select_related("passage__document")
    claims = _rows_of(facts, "claims").select_related("disagreement")
    return (
        Prefetch("citations", queryset=citations),
        Prefetch("claims", queryset=claims),
    )


def _rows_of(model: type[Model], relation: str) -> QuerySet[Any]:
    """All rows on the other side of a relation; so no model need be imported here."""
    other: Any = model._meta.get_field(relation).related_model
    rows: QuerySet[Any] = other._default_manager.all()
    return rows


class Fact(Content):
    """A dated statement about one subject.

    Facts of one subject and aspect exclude each other on a day: a chamber has one
    composition at a time. The four day columns are worked out from the two EDTF texts
    whenever the fact is saved; ``facts.periods`` says what they mean.
    """

    subject = models.ForeignKey(
        Subject, models.PROTECT, related_name="facts", verbose_name=_("subject")
    )
    aspect = models.SlugField(_("aspect"), max_length=60)
    start = models.CharField(
        _("first day it holds"), max_length=30, validators=[validate_start]
    )
    end = models.CharField(
        _("first day it no longer holds"),
        max_length=30,
        default=OPEN,
        validators=[validate_end],
    )
    start_earliest = models.DateField(editable=False)
    start_latest = models.DateField(editable=False)
    end_earliest = models.DateField(editable=False)
    end_latest = models.DateField(editable=False)
    sentence_en = models.TextField(
        _("the fact in one sentence"),
        blank=True,
        help_text=_("Left empty where it is made from the details below."),
    )
    basis = models.CharField(_("basis"), max_length=10, choices=Basis, default=Basis.STATED)
    working_en = models.TextField(
        _("working"), blank=True, help_text=_("How a derived fact was worked out.")
    )
    act_en = models.CharField(
        _("act"),
        max_length=200,
        blank=True,
        help_text=_("The act or event that made it so."),
    )

    sentence = Localised()
    working = Localised()
    act = Localised()

    objects: ClassVar[models.Manager[Fact]] = FactQuerySet.as_manager()

    class Meta(Content.Meta):
        verbose_name = _("fact")
        verbose_name_plural = _("facts")
        ordering = ("subject", "aspect", "start_earliest", "key")
        indexes: ClassVar[list[models.Index]] = [
            models.Index(
                fields=["subject", "aspect", "start_earliest"], name="facts_by_subject"
            )
        ]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            *Content.Meta.constraints,
            models.CheckConstraint(
                condition=Q(start_earliest__lte=F("start_latest"))
                & Q(end_earliest__lte=F("end_latest"))
                & Q(start_earliest__lt=F("end_latest")),
                name="facts_fact_begins_before_it_ends",
                violation_error_message=_("The period ends before it begins."),
            ),
            models.CheckConstraint(
                condition=~Q(start="") & ~Q(end=""), name="facts_fact_has_bounds"
            ),
            models.CheckConstraint(
                condition=Q(basis__in=Basis.values), name="facts_fact_basis_known"
            ),
            models.CheckConstraint(
                condition=~Q(basis=Basis.DERIVED) | ~Q(working_en=""),
                name="facts_fact_derived_shows_working",
                violation_error_message=_("A derived fact shows how it was worked out."),
            ),
        ]

    @cached_property  # pages of one edition share the row, and ask for each of its days
    def period(self) -> Period:
        """From when until when it holds."""
        return Period(
            Bound(self.start, self.start_earliest, self.start_latest),
            Bound(self.end, self.end_earliest, self.end_latest),
        )

    def period_in_words(self) -> str:
        """Its period as a reader would say it."""
        return period_in_words(self.period)

    @property
    def says(self) -> Text:
        """The fact in one sentence: made from its details, else as it was typed."""
        return made_sentence(self) or self.sentence

    @property
    def attributed_to(self) -> Document | None:
        """Whom an attributed fact is told after: the weakest source, which is its only one.

        Stronger ones beside it confirm a part of the fact. ``None`` without a citation.
        """
        cited = [citation.passage for citation in self.citations.all()]
        weak = [passage for passage in cited if passage.mark == Mark.WEAK]
        return next((passage.document for passage in [*weak, *cited]), None)

    @property
    def disagreements(self) -> list[Any]:
        """The questions on which a claim that the fact takes up collides with others."""
        questions = (claim.disagreement for claim in self.claims.all())
        by_key = {question.key: question for question in questions if question.is_published}
        return [by_key[key] for key in sorted(by_key)]

    def clean(self) -> None:
        """Refuse a period that ends too early, with a sentence for the editor.

        A bound that cannot be read is told of by its own column, once.
        """
        super().clean()
        try:
            parse_bound(self.start, "start")
            parse_bound(self.end, "end")
        except ValueError:
            return
        try:
            parse_period(self.start, self.end)
        except ValueError as error:
            raise ValidationError({"end": str(error)}) from error

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Work out the four days, then save. Raises ``ValueError`` on a bad period."""
        period = parse_period(self.start, self.end)
        self.start_earliest = period.start.earliest
        self.start_latest = period.start.latest
        self.end_earliest = period.end.earliest
        self.end_latest = period.end.latest
        super().save(*args, **kwargs)
