"""Which edition of the content the database holds."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class Edition(models.Model):
    """The number of the edition, in the only row of its table.

    Each publication and each load makes a new edition. Whoever keeps what was made from
    the content keeps it for one edition.
    """

    number = models.PositiveBigIntegerField(_("number"))

    class Meta:
        verbose_name = _("edition")
        verbose_name_plural = _("editions")

    def __str__(self) -> str:
        return f"Edition {self.number}"
