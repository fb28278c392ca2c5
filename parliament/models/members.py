from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from facts.models import Detail, Fact


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
