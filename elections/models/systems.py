from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from elections.models.numbers import validate_number
from facts.models import Detail, Fact


class SystemKind(models.TextChoices):
    """How votes become seats."""

    SINGLE_MEMBER = "single-member", _("single-member districts")
    STATE_LIST = "state-list", _("a popular vote, and the President’s state list")
    PARALLEL = "parallel", _("districts and party lists, counted apart")
    LIST_AND_ASSEMBLY = "list-and-assembly", _("party lists, and nine by the Assembly")
    MIXED = "mixed", _("party lists and districts, counted apart")
    LIST = "list", _("party lists")
    INDIRECT = "indirect", _("electors from the local councils, and appointment")
    DIRECT = "direct", _("direct vote for one person")


class System(Detail):
    """How votes became seats. The fact says it in words."""

    fact = models.OneToOneField(Fact, models.CASCADE, related_name="system")
    kind = models.CharField(_("kind"), max_length=18, choices=SystemKind)
    threshold = models.CharField(
        _("threshold for lists, per cent"),
        max_length=8,
        blank=True,
        validators=[validate_number],
    )

    class Meta:
        verbose_name = _("electoral system")
        verbose_name_plural = _("electoral systems")
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(
                condition=Q(
                    kind__in=(
                        "single-member",
                        "state-list",
                        "parallel",
                        "list-and-assembly",
                        "mixed",
                        "list",
                        "indirect",
                        "direct",
                    )
                ),
                name="elections_system_kind_known",
            ),
        ]
