from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from facts.guard import Guarded
from facts.localised import Localised
from facts.models import Fact, Subject


class Winner(Guarded):
    """That a party or person won the vote which the fact, of aspect "held", is about."""

    fact = models.ForeignKey(
        Fact, models.CASCADE, related_name="winners", verbose_name=_("vote")
    )
    contestant = models.ForeignKey(
        Subject,
        models.PROTECT,
        related_name="wins",
        verbose_name=_("party or person"),
    )
    seat_en = models.CharField(
        _("seat"),
        max_length=80,
        blank=True,
        help_text=_("Which seat, where the vote filled several one by one: Abai Region."),
    )

    seat = Localised()

    class Meta:
        verbose_name = _("winner")
        verbose_name_plural = _("winners")
        ordering = ("contestant", "seat_en")
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["fact", "contestant", "seat_en"], name="elections_winner_once"
            ),
        ]

    def __str__(self) -> str:
        return str(self.contestant)
