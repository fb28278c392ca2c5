"""The steps of a change: what its history is made of."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q

from bench.models.changes import Change
from bench.models.drafts import Draft
from facts.guard import Guarded


class Step(Guarded):
    """One step in the life of a change: who, when, what and why. Never changed.

    A save has what was written then, so that two people who wrote at once can be told
    what each of them started from.
    """

    is_part = False

    change = models.ForeignKey(Change, models.PROTECT, related_name="steps")
    name = models.CharField(max_length=12)
    who = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+"
    )
    at = models.DateTimeField()
    words = models.TextField(blank=True)
    version = models.PositiveIntegerField()
    written = models.JSONField(default=dict)

    class Meta:
        ordering = ("pk",)
        default_permissions = ()
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["change", "version"],
                condition=Q(name="save"),
                name="bench_step_one_save_per_version",
            )
        ]

    def __str__(self) -> str:
        return f"{self.change}: {self.name}"

    @property
    def draft(self) -> Draft | None:
        """What stood in the form when it was saved; nothing of any other step."""
        return Draft.from_stored(self.written) if self.written else None
