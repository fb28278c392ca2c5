from __future__ import annotations

from typing import Any, ClassVar, Self, TypeVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from facts.guard import Guarded, GuardedQuerySet

ContentRow = TypeVar("ContentRow", bound="Content", covariant=True)


class RowState(models.TextChoices):
    """Whether the public sees a row. What is not published yet is a change, not a row."""

    PUBLISHED = "published", _("published")
    RETIRED = "retired", _("retired")


class ContentQuerySet(GuardedQuerySet[ContentRow]):
    """Questions that are asked of every kind of content."""

    def published(self) -> Self:
        """What the public sees: retired rows are left out."""
        return self.filter(state=RowState.PUBLISHED)


class Content(Guarded):
    """A row of reviewed content: it has a permanent key and came from the fixtures.

    ``loaded_digest`` is the digest of what the fixtures last loaded into the row and of
    all that belongs to it. Where the row's present content has another digest, somebody
    has edited it since, and loading leaves it alone.
    """

    is_part = False

    key = models.SlugField(_("key"), max_length=120, unique=True)
    state = models.CharField(
        _("state"), max_length=10, choices=RowState, default=RowState.PUBLISHED
    )
    version = models.PositiveIntegerField(_("version"), default=1, editable=False)
    loaded_digest = models.CharField(max_length=64, blank=True, editable=False)

    objects: ClassVar[models.Manager[Any]] = ContentQuerySet.as_manager()

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
            models.CheckConstraint(
                condition=models.Q(state__in=RowState.values),
                name="%(app_label)s_%(class)s_state_known",
            ),
        ]

    def __str__(self) -> str:
        return self.key

    @property
    def is_published(self) -> bool:
        """Whether the public sees it: it is not retired."""
        return self.state == RowState.PUBLISHED
