from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from facts.models import Detail, Fact, Subject


class Merger(Detail):
    """That the fact's subject, a party, went into another one."""

    fact = models.OneToOneField(Fact, models.CASCADE, related_name="merger")
    into = models.ForeignKey(
        Subject, models.PROTECT, related_name="mergers", verbose_name=_("into")
    )

    class Meta:
        verbose_name = _("merger")
        verbose_name_plural = _("mergers")
