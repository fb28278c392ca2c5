"""Who has the form of a change open."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models

from bench.models.changes import Change


class Visit(models.Model):
    """That somebody has the form of a change open; told to the others, locks nobody out."""

    change = models.ForeignKey(Change, models.CASCADE, related_name="visits")
    who = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    seen_at = models.DateTimeField()

    class Meta:
        default_permissions = ()
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["change", "who"], name="bench_visit_once")
        ]

    def __str__(self) -> str:
        return f"{self.who} at {self.change}"
