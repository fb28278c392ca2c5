"""Facts that an editor compared with their sources."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from facts.models import Fact


class Check(models.Model):
    """That an editor compared a fact with its sources and found nothing to change."""

    fact = models.ForeignKey(Fact, models.PROTECT, related_name="checks")
    who = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    day = models.DateField()

    class Meta:
        default_permissions = ()
        ordering = ("-day", "-pk")

    def __str__(self) -> str:
        return f"{self.fact}, {self.day}"
