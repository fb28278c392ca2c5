from __future__ import annotations

from datetime import date
from typing import ClassVar, Self

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Count, Max, Q
from django.utils.translation import gettext_lazy as _

from facts.localised import Localised
from facts.models.base import Content, ContentQuerySet, RowState
from facts.periods import parse_days
from facts.periods_in_words import edtf_in_words


def validate_edtf(text: str) -> None:
    """Raise ``ValidationError`` where ``text`` is no EDTF date that we read."""
    try:
        parse_days(text)
    except ValueError as error:
        raise ValidationError(str(error)) from error


class Tier(models.TextChoices):
    """The two kinds of sources, told apart wherever they are shown."""

    FOUNDING = "founding", _("one of the five documents")
    RECORD = "record", _("public record")


class DocumentQuerySet(ContentQuerySet["Document"]):
    """Questions that are asked of documents."""

    def last_consulted(self) -> date | None:
        """The last day on which a source was read: where the sources end."""
        last: date | None = self.published().aggregate(last=Max("consulted"))["last"]
        return last


class Document(Content):
    """A source text: one of the five documents, or a page of the public record."""

    tier = models.CharField(_("tier"), max_length=10, choices=Tier)
    short_name_en = models.CharField(_("short name"), max_length=80)
    title_en = models.CharField(_("title"), max_length=200)
    kind_en = models.CharField(_("kind of text"), max_length=80)
    publisher_en = models.CharField(_("publisher"), max_length=120, blank=True)
    address = models.CharField(_("public address"), max_length=200, blank=True)
    consulted = models.DateField(_("read on"), null=True, blank=True)
    speaks = models.CharField(
        _("speaks of"),
        max_length=30,
        validators=[validate_edtf],
        help_text=_("The date, or the span, at which the text speaks, as EDTF."),
    )
    about_en = models.TextField(_("what it is and how old"))

    short_name = Localised()
    title = Localised()
    kind = Localised()
    publisher = Localised()
    about = Localised()

    objects: ClassVar[models.Manager[Document]] = DocumentQuerySet.as_manager()

    class Meta(Content.Meta):
        verbose_name = _("document")
        verbose_name_plural = _("documents")
        ordering = ("tier", "key")
        constraints: ClassVar[list[models.BaseConstraint]] = [
            *Content.Meta.constraints,
            models.CheckConstraint(
                condition=Q(tier__in=Tier.values), name="facts_document_tier_known"
            ),
        ]

    def __str__(self) -> str:
        return self.short_name_en

    @property
    def is_founding(self) -> bool:
        """Whether it is one of the five documents that the site explains."""
        return self.tier == Tier.FOUNDING

    def speaks_in_words(self) -> str:
        """The date at which the text speaks, in words."""
        return edtf_in_words(self.speaks)


class Scope(models.TextChoices):
    """What becomes of a passage on this site."""

    CITED = "cited", _("used on this site")
    LATER = "later", _("not used yet")
    OUT = "out", _("out of scope")


class Mark(models.TextChoices):
    """How certain a statement of the public record is."""

    INDEPENDENT = "V2", _("other independent sources say the same")
    SINGLE = "V", _("only this source says so; it is of good standing")
    WEAK = "W", _("second-hand or a single weak source")
    INFERRED = "I", _("inferred")


class PassageQuerySet(ContentQuerySet["Passage"]):
    """Questions that are asked of passages."""

    def published(self) -> Self:
        """What the public sees: without what is retired, by itself or with its document."""
        return super().published().filter(document__state=RowState.PUBLISHED)

    def unused(self) -> Self:
        """Passages that no fact, claim or assessment rests on."""
        return self.filter(
            citations__isnull=True, claims__isnull=True, assessments__isnull=True
        )

    def used(self) -> Self:
        """Passages that something rests on."""
        return self.exclude(pk__in=self.model._default_manager.unused().values("pk"))

    def with_uses(self) -> Self:
        """Each with ``n_facts``, ``n_claims`` and ``n_assessments`` that rest on it."""
        return self.annotate(
            n_facts=Count(
                "citations__fact",
                filter=Q(citations__fact__state="published"),
                distinct=True,
            ),
            n_claims=Count(
                "claims",
                filter=Q(claims__disagreement__state="published"),
                distinct=True,
            ),
            n_assessments=Count(
                "assessments", filter=Q(assessments__state="published"), distinct=True
            ),
        )


class Passage(Content):
    """A paragraph or list item of a document, restated in our own words."""

    document = models.ForeignKey(
        Document, models.PROTECT, related_name="passages", verbose_name=_("document")
    )
    position = models.PositiveIntegerField(
        _("place in the document"), default=0, editable=False
    )
    section_en = models.CharField(_("section"), max_length=160)
    place_en = models.CharField(_("paragraph or item"), max_length=120)
    lines = models.CharField(
        _("lines"),
        max_length=20,
        blank=True,
        help_text=_("The lines of the source text that it covers, such as 8 or 23-24."),
    )
    speaks = models.CharField(_("speaks of"), max_length=30, validators=[validate_edtf])
    layer_en = models.CharField(_("why of that date"), max_length=300, blank=True)
    mark = models.CharField(_("mark"), max_length=2, choices=Mark, blank=True)
    scope = models.CharField(_("scope"), max_length=5, choices=Scope, default=Scope.CITED)
    reason_en = models.CharField(_("why out of scope"), max_length=300, blank=True)
    summary_en = models.TextField(_("in our words"))

    section = Localised()
    place = Localised()
    layer = Localised()
    reason = Localised()
    summary = Localised()

    objects: ClassVar[models.Manager[Passage]] = PassageQuerySet.as_manager()

    class Meta(Content.Meta):
        verbose_name = _("passage")
        verbose_name_plural = _("passages")
        ordering = ("document", "position")
        constraints: ClassVar[list[models.BaseConstraint]] = [
            *Content.Meta.constraints,
            models.CheckConstraint(
                condition=Q(scope__in=Scope.values), name="facts_passage_scope_known"
            ),
            models.CheckConstraint(
                condition=Q(mark="") | Q(mark__in=Mark.values),
                name="facts_passage_mark_known",
            ),
            models.CheckConstraint(
                condition=(Q(scope=Scope.OUT) & ~Q(reason_en=""))
                | (~Q(scope=Scope.OUT) & Q(reason_en="")),
                name="facts_passage_out_of_scope_has_reason",
                violation_error_message=_(
                    "A passage out of scope, and only such a one, says why."
                ),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.document}: {self.section_en}, {self.place_en}"

    @property
    def code(self) -> str:
        """What tells it apart in its document: ``history-1``."""
        return self.key.removeprefix(f"{self.document.key}-")

    def speaks_in_words(self) -> str:
        """The date or layer at which the passage speaks, in words."""
        return edtf_in_words(self.speaks)
