from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from facts.guard import Guarded
from facts.models import Subject


class CountStatus(models.TextChoices):
    """How far the counting had come when a figure was told."""

    PLANNED = "planned", _("planned")
    PRELIMINARY = "preliminary", _("preliminary")
    FINAL = "final", _("final")
    UNSAID = "unsaid", _("not said whether final")


class ElectionKind(models.TextChoices):
    """What an election is for, or that it is a referendum."""

    SUPREME_COUNCIL = "supreme-council", _("Supreme Soviet and Supreme Council")
    SENATE = "senate", _("Senate")
    MAJILIS = "majilis", _("Mäjilis")
    KURULTAI = "kurultai", _("Kurultai")
    PRESIDENT = "president", _("President")
    REFERENDUM = "referendum", _("Referendums")


class Election(Guarded):
    """That a subject is an election or a referendum. Its day is a fact of aspect "held"."""

    subject = models.OneToOneField(
        Subject, models.PROTECT, related_name="election", verbose_name=_("subject")
    )
    kind = models.CharField(_("kind"), max_length=16, choices=ElectionKind)
    institution = models.ForeignKey(
        Subject,
        models.PROTECT,
        related_name="elections",
        null=True,
        blank=True,
        verbose_name=_("elected to"),
        help_text=_("The chamber; empty for a President and for a referendum."),
    )

    class Meta:
        verbose_name = _("election")
        verbose_name_plural = _("elections")
        ordering = ("kind", "subject")
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(
                condition=Q(
                    kind__in=(
                        "supreme-council",
                        "senate",
                        "majilis",
                        "kurultai",
                        "president",
                        "referendum",
                    )
                ),
                name="elections_election_kind_known",
            ),
            models.CheckConstraint(
                condition=Q(kind__in=("president", "referendum"), institution__isnull=True)
                | (~Q(kind__in=("president", "referendum")) & Q(institution__isnull=False)),
                name="elections_election_of_a_chamber",
                violation_error_message=_("Say which chamber was elected."),
            ),
        ]

    def __str__(self) -> str:
        return self.subject.name_en
