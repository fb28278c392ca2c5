from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from content.before_and_after import WrittenRow
from content.serialisers import ContentKind
from facts.guard import Guarded, GuardedQuerySet
from facts.localised import Localised


class Aim(models.TextChoices):
    """What a change is for."""

    ADD = "add", _("Added")
    REPLACE = "replace", _("New value from a day")
    CORRECT = "correct", _("Corrected")
    RETIRE = "retire", _("Retired")
    RESTORE = "restore", _("Went back")


class ChangeRecordQuerySet(GuardedQuerySet["ChangeRecord"]):
    """Questions that are asked of the record."""

    def newest_first(self) -> ChangeRecordQuerySet:
        """By the time of publication, the newest first."""
        return self.order_by("-published_at", "-number")


class ChangeRecord(Guarded):
    """A published change, as the public may read of it: what was, what is, why, when.

    Written once, when the change is published, and never altered. It names nobody.
    ``rows`` has for each row that the change wrote its name (``facts/senate-term-1998``)
    and its blocks ``before`` and ``after``, the target first; a row that the change added
    has no block before. ``replaced`` is what the value said that a new one ended.
    """

    is_part = False

    number = models.PositiveIntegerField(
        _("number"), unique=True, help_text=_("Part of its public address.")
    )
    kind = models.CharField(_("kind"), max_length=14, choices=ContentKind)
    key = models.CharField(_("key"), max_length=120)
    aim = models.CharField(_("aim"), max_length=8, choices=Aim)
    reason_en = models.CharField(_("why"), max_length=300)
    published_at = models.DateTimeField(_("published"))
    undoes = models.PositiveIntegerField(
        _("number of the change that it goes back before"), null=True, blank=True
    )
    rows = models.JSONField(default=list)
    replaced = models.JSONField(default=dict)

    reason = Localised()

    objects: ClassVar[models.Manager[ChangeRecord]] = ChangeRecordQuerySet.as_manager()

    class Meta:
        verbose_name = _("published change")
        verbose_name_plural = _("published changes")
        ordering = ("-published_at", "-number")
        default_permissions = ()
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["published_at"], name="content_record_by_time"),
            models.Index(fields=["kind", "key"], name="content_record_by_target"),
        ]

    def __str__(self) -> str:
        return f"{self.get_aim_display()}: {self.key}"

    @property
    def written(self) -> list[WrittenRow]:
        """The rows that it wrote, its target first."""
        target, *beside = self.rows
        return [
            WrittenRow(**target, replaced=self.replaced),
            *(WrittenRow(**row) for row in beside),
        ]


class LastLoad(Guarded):
    """What was last loaded from the fixtures, in the only row of its table.

    ``digest`` is that of the files and of the program that read them, ``edition`` the
    number that the load gave the content: with another digest or number something changed
    since. ``kept`` has the names of the blocks that were left alone, each with the reason.
    Written in the transaction of the load itself.
    """

    digest = models.CharField(_("digest"), max_length=64)
    edition = models.PositiveBigIntegerField(_("edition"))
    same = models.PositiveIntegerField(_("blocks that are as in the fixtures"))
    kept = models.JSONField(_("left alone"), default=list)

    class Meta:
        verbose_name = _("last load")
        verbose_name_plural = _("last loads")
        default_permissions = ()

    def __str__(self) -> str:
        return f"Load of edition {self.edition}"
