from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from facts.guard import Guarded
from facts.localised import Text, localised
from facts.models.base import Content
from facts.models.documents import Document, Mark, Passage
from facts.periods import OPEN, Bound, Period, parse_bound, parse_period
from facts.periods_in_words import period_in_words
from facts.querysets import FactQuerySet

if TYPE_CHECKING:  # the module below imports this one
    from facts.models.disagreements import Disagreement
from facts.models.subjects import Subject


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


class FactState(models.TextChoices):
    """Whether the public sees a fact. What is not published yet is a change, not a fact."""

    PUBLISHED = "published", _("published")
    RETIRED = "retired", _("retired")


class Basis(models.TextChoices):
    """How the site comes to say it."""

    STATED = "stated", _("stated by the sources cited")
    DERIVED = "derived", _("worked out from the sources cited")
    ATTRIBUTED = "attributed", _("according to one source")
    GAP = "gap", _("not stated in the sources")


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
    made_sentence_en = models.TextField(blank=True, editable=False)
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
    state = models.CharField(
        _("state"), max_length=10, choices=FactState, default=FactState.PUBLISHED
    )

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
                condition=Q(state__in=FactState.values), name="facts_fact_state_known"
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

    @property
    def period(self) -> Period:
        """From when until when it holds."""
        return Period(
            Bound(self.start, self.start_earliest, self.start_latest),
            Bound(self.end, self.end_earliest, self.end_latest),
        )

    @property
    def is_published(self) -> bool:
        """Whether the public sees it: it is not retired."""
        return self.state == FactState.PUBLISHED

    def period_in_words(self) -> str:
        """Its period as a reader would say it."""
        return period_in_words(self.period)

    @property
    def says(self) -> Text:
        """The fact in one sentence: made from its details, else as it was typed."""
        made = localised(self, "made_sentence")
        return made if made.value else localised(self, "sentence")

    @property
    def attributed_to(self) -> Document:
        """Whom an attributed fact is told after: the weakest source, which is its only one.

        Stronger ones beside it confirm a part of the fact. Raises ``IndexError`` where
        the fact has no citation.
        """
        cited = [citation.passage for citation in self.citations.all()]
        weak = [passage for passage in cited if passage.mark == Mark.WEAK]
        return (weak or cited)[0].document

    @property
    def disagreements(self) -> list[Disagreement]:
        """The questions on which a claim that the fact takes up collides with others."""
        found = {claim.disagreement.key: claim.disagreement for claim in self.claims.all()}
        return [found[key] for key in sorted(found)]

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


class Citation(Guarded):
    """The tie from a fact to a passage it rests on."""

    fact = models.ForeignKey(Fact, models.CASCADE, related_name="citations")
    passage = models.ForeignKey(
        Passage, models.PROTECT, related_name="citations", verbose_name=_("passage")
    )
    note_en = models.CharField(
        _("note"),
        max_length=300,
        blank=True,
        help_text=_("What of the fact this passage bears, where that is not plain."),
    )

    class Meta:
        verbose_name = _("citation")
        verbose_name_plural = _("citations")
        ordering = ("passage__document__tier", "passage__key")
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["fact", "passage"], name="facts_citation_once")
        ]

    def __str__(self) -> str:
        return f"{self.fact} ← {self.passage}"
