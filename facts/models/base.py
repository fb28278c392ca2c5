from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from facts.guard import Guarded


class Content(Guarded):
    """A row of reviewed content: it has a permanent key and came from the fixtures.

    ``loaded_digest`` is the digest of what the fixtures last loaded into the row and of
    all that belongs to it. Where the row's present content has another digest, somebody
    has edited it since, and loading leaves it alone.
    """

    is_part = False

    key = models.SlugField(_("key"), max_length=120, unique=True)
    version = models.PositiveIntegerField(_("version"), default=1, editable=False)
    loaded_digest = models.CharField(max_length=64, blank=True, editable=False)

    class Meta:
        abstract = True
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(
                condition=~models.Q(key=""), name="%(app_label)s_%(class)s_has_key"
            ),
            models.CheckConstraint(
                condition=models.Q(version__gte=1),
                name="%(app_label)s_%(class)s_version_counts_from_1",
            ),
        ]

    def __str__(self) -> str:
        return self.key
