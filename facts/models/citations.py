from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from facts.guard import Guarded
from facts.localised import Localised
from facts.models.documents import Passage
from facts.models.facts import Fact


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

    note = Localised()

    class Meta:
        verbose_name = _("citation")
        verbose_name_plural = _("citations")
        ordering = ("passage__document__tier", "passage__key")
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["fact", "passage"], name="facts_citation_once")
        ]

    def __str__(self) -> str:
        return f"{self.fact} ← {self.passage}"
