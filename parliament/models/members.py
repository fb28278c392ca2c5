from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from facts.models import Detail, Fact
from facts.periods import OPEN
from parliament.wording import counted


class RequirementMeasure(models.TextChoices):
    """What is asked of somebody who wants to be a member."""

    AGE = "age", _("age")
    CITIZENSHIP = "citizenship", _("citizenship")
    RESIDENCE = "residence", _("years in the country")
    LOCAL_RESIDENCE = "local-residence", _("years in the region")
    EDUCATION = "education", _("education")
    EXPERIENCE = "experience", _("work experience")


class Requirement(Detail):
    """One thing that is asked of a member of the fact's institution."""

    fact = models.OneToOneField(Fact, models.CASCADE, related_name="requirement")
    measure = models.CharField(
        _("what is asked"), max_length=16, choices=RequirementMeasure
    )
    at_least = models.PositiveSmallIntegerField(
        _("years, at least"),
        null=True,
        blank=True,
        help_text=_("Empty for education, and where citizenship of any length is enough."),
    )

    class Meta:
        verbose_name = _("requirement")
        verbose_name_plural = _("requirements")
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(
                condition=Q(measure__in=RequirementMeasure.values),
                name="parliament_requirement_measure_known",
            ),
            models.CheckConstraint(
                condition=Q(at_least__isnull=False)
                | Q(measure__in=("citizenship", "education")),
                name="parliament_requirement_has_years",
                violation_error_message=_("Say how many years are asked."),
            ),
        ]

    def sentence(self) -> str:
        """The requirement in words: ``A senator had to be at least 30 years old.``"""
        years = counted(self.at_least, "year", "years")
        asked = {
            RequirementMeasure.AGE: f"be at least {years} old",
            RequirementMeasure.CITIZENSHIP: "be a citizen of Kazakhstan"
            + (f" for at least {years}" if self.at_least else ""),
            RequirementMeasure.RESIDENCE: f"have lived in Kazakhstan for the last {years}",
            RequirementMeasure.LOCAL_RESIDENCE: "have lived in the region, city or capital "
            f"represented for at least {years}",
            RequirementMeasure.EDUCATION: "have a higher education",
            RequirementMeasure.EXPERIENCE: f"have at least {years} of work experience",
        }[RequirementMeasure(self.measure)]
        institution = self.fact.subject.institution
        must = "has to" if self.fact.end == OPEN else "had to"
        who = institution.member_en
        if who == "deputy":
            who = f"deputy of the {self.fact.subject}"
        return f"A {who} {must} {asked}."
