from __future__ import annotations

from typing import ClassVar, Self

from django.db import models
from django.db.models import Prefetch, Q, QuerySet
from django.utils.translation import gettext_lazy as _

from facts.guard import Guarded
from facts.localised import Localised
from facts.models.base import Content, ContentQuerySet
from facts.models.documents import Passage, validate_edtf
from facts.models.facts import Fact
from facts.models.subjects import Subject
from facts.periods_in_words import edtf_in_words


class DisagreementKind(models.TextChoices):
    """Why passages collide."""

    CHANGE = "change", _("it changed over time")
    SLIP = "slip", _("a slip in the source")
    LOOSE = "loose", _("loose wording")
    SPEAKERS = "speakers", _("different speakers")
    UNCLEAR = "unclear", _("unclear")
    SAME_FIGURE = "same-figure", _("same figure, different meaning")
    NONE = "none", _("only looks like a conflict")


class DisagreementQuerySet(ContentQuerySet["Disagreement"]):
    """Questions that are asked of disagreements."""

    def with_claims(self) -> Self:
        """With the subject and every claim, down to its document and its fact."""
        claims = Claim.objects.select_related("passage__document", "fact__subject")
        return self._with(claims)

    def with_claims_in_full(self) -> Self:
        """The same, with what the sentences of the facts are made of."""
        facts = Prefetch("fact", queryset=Fact.objects.with_sentences())
        claims = Claim.objects.select_related("passage__document")
        return self._with(claims.prefetch_related(facts))

    def _with(self, claims: QuerySet[Claim]) -> Self:
        return self.select_related("subject").prefetch_related(
            Prefetch("claims", queryset=claims)
        )


class Disagreement(Content):
    """A question on which passages collide, and what the site makes of it."""

    subject = models.ForeignKey(
        Subject, models.PROTECT, related_name="disagreements", verbose_name=_("subject")
    )
    aspect = models.SlugField(
        _("aspect"),
        max_length=60,
        help_text=_("The aspect of the subject's facts that it bears on."),
    )
    kind = models.CharField(_("kind"), max_length=12, choices=DisagreementKind)
    question_en = models.CharField(_("question"), max_length=200)
    uses_en = models.TextField(_("what the site uses, for which period"), blank=True)
    reasoning_en = models.TextField(_("why"), blank=True)

    question = Localised()
    uses = Localised()
    reasoning = Localised()

    objects: ClassVar[models.Manager[Disagreement]] = DisagreementQuerySet.as_manager()

    class Meta(Content.Meta):
        verbose_name = _("disagreement")
        verbose_name_plural = _("disagreements")
        ordering = ("subject", "aspect", "key")
        constraints: ClassVar[list[models.BaseConstraint]] = [
            *Content.Meta.constraints,
            models.CheckConstraint(
                condition=Q(kind__in=DisagreementKind.values),
                name="facts_disagreement_kind_known",
            ),
        ]

    def __str__(self) -> str:
        return self.question_en

    @property
    def settles_by_choice(self) -> bool:
        """Whether claims that no fact takes up are claims that the site does not follow.

        That is so where a source is wrong or says it badly, and a fact takes up another
        claim. Elsewhere such a claim is just told.
        """
        is_slip = self.kind in (DisagreementKind.SLIP, DisagreementKind.LOOSE)
        return is_slip and any(claim.followed_by for claim in self.claims.all())

    @property
    def is_resolved(self) -> bool:
        """Whether the site says what it uses, and why."""
        return bool(self.uses_en and self.reasoning_en)


class Claim(Guarded):
    """What one passage says about the question of a disagreement."""

    disagreement = models.ForeignKey(Disagreement, models.CASCADE, related_name="claims")
    passage = models.ForeignKey(
        Passage, models.PROTECT, related_name="claims", verbose_name=_("passage")
    )
    says_en = models.CharField(_("says"), max_length=300)
    fact = models.ForeignKey(
        Fact,
        models.PROTECT,
        related_name="claims",
        null=True,
        blank=True,
        verbose_name=_("fact that takes it up"),
        help_text=_("Empty where the site does not use the claim."),
    )

    says = Localised()

    class Meta:
        verbose_name = _("claim")
        verbose_name_plural = _("claims")
        ordering = ("passage__document__tier", "passage__key", "says_en")
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["disagreement", "passage", "says_en"], name="facts_claim_once"
            )
        ]

    def __str__(self) -> str:
        return self.says_en

    @property
    def followed_by(self) -> Fact | None:
        """The published fact that takes the claim up, if there is one."""
        fact = self.fact
        return fact if fact and fact.is_published else None


class Assessment(Content):
    """A judgement, always with its speaker; never the site's own voice."""

    subject = models.ForeignKey(
        Subject, models.PROTECT, related_name="assessments", verbose_name=_("subject")
    )
    passage = models.ForeignKey(
        Passage, models.PROTECT, related_name="assessments", verbose_name=_("passage")
    )
    speaker_en = models.CharField(_("speaker"), max_length=160)
    made = models.CharField(
        _("made"),
        max_length=30,
        validators=[validate_edtf],
        help_text=_("When the judgement was made, as EDTF."),
    )
    sentence_en = models.TextField(_("the judgement in our words"))

    speaker = Localised()
    sentence = Localised()

    class Meta(Content.Meta):
        verbose_name = _("assessment")
        verbose_name_plural = _("assessments")
        ordering = ("subject", "made", "key")
        constraints: ClassVar[list[models.BaseConstraint]] = [
            *Content.Meta.constraints,
            models.CheckConstraint(
                condition=~Q(speaker_en=""), name="facts_assessment_has_speaker"
            ),
        ]

    def made_in_words(self) -> str:
        """When the judgement was made, in words."""
        return edtf_in_words(self.made)
