"""Changes: the edits that wait, are reviewed and are published."""

from __future__ import annotations

from datetime import date
from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from bench.changes.states import OPEN_STATES, ChangeState
from bench.models.drafts import Draft
from content.before_and_after import WrittenRow
from content.models import Aim
from content.serialisers import ContentKind
from facts.guard import Guarded, GuardedQuerySet
from facts.localised import Localised
from facts.models import RowState


class ChangeQuerySet(GuardedQuerySet["Change"]):
    """Questions that are asked of changes."""

    def still_open(self) -> ChangeQuerySet:
        """Those that are neither published nor dropped."""
        return self.filter(state__in=OPEN_STATES)

    def due(self, today: date) -> ChangeQuerySet:
        """Approved ones whose day has come."""
        return self.filter(state=ChangeState.APPROVED, publish_on__lte=today).order_by("pk")

    def published(self) -> ChangeQuerySet:
        """What the public may read of, the newest first."""
        return self.filter(state=ChangeState.PUBLISHED).order_by("-published_at", "-pk")

    def touching(self, kind: str, key: str) -> ChangeQuerySet:
        """Those that change this row: as their target, beside it, or by ending it."""
        is_touched = Q(kind=kind, key=key) | Q(beside__has_key=f"{kind}/{key}")
        if kind == ContentKind.FACT:
            is_touched |= Q(ends=key)
        return self.filter(is_touched)


class Change(Guarded):
    """An edit of the content, from its first draft to its publication.

    ``block`` is what its target is to say, as in the fixtures; ``beside`` are the blocks
    of other rows that change with it, by name (``facts/senate-seats-1999``). ``base`` has
    version and block of each of these rows as the change found them; a row that is not
    there yet has none. The state moves in ``bench.changes.moves`` alone.
    """

    kind = models.CharField(_("kind"), max_length=14, choices=ContentKind)
    key = models.CharField(
        _("key"), max_length=120, blank=True, help_text=_("Empty until first saved.")
    )
    aim = models.CharField(_("aim"), max_length=8, choices=Aim)
    ends = models.CharField(
        _("fact that it ends"), max_length=120, blank=True, help_text=_("Its key.")
    )
    undoes = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="undone_by",
        verbose_name=_("goes back before"),
    )
    state = models.CharField(
        _("state"),
        max_length=9,
        choices=ChangeState,
        default=ChangeState.DRAFT,
        editable=False,
    )
    block = models.JSONField(default=dict, editable=False)
    beside = models.JSONField(default=dict, editable=False)
    base = models.JSONField(default=dict, editable=False)
    reason_en = models.CharField(
        _("why"),
        max_length=300,
        blank=True,
        help_text=_("One sentence for the public list of changes."),
    )
    publish_on = models.DateField(
        _("publish on"),
        null=True,
        blank=True,
        help_text=_(
            "Empty: as soon as it is approved. It does not move the period of the fact."
        ),
    )
    version = models.PositiveIntegerField(_("version"), default=1, editable=False)
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        related_name="changes",
        verbose_name=_("author"),
    )
    approver = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="approved_changes",
        verbose_name=_("approver"),
    )
    published_at = models.DateTimeField(_("published"), null=True, blank=True)

    is_part = False

    reason = Localised()

    objects: ClassVar[models.Manager[Change]] = ChangeQuerySet.as_manager()

    class Meta:
        verbose_name = _("change")
        verbose_name_plural = _("changes")
        ordering = ("-pk",)
        default_permissions = ("view",)
        permissions = (
            ("write_change", "Can write changes"),
            ("approve_change", "Can approve changes of others"),
        )
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["state", "publish_on"], name="bench_change_due"),
            models.Index(fields=["kind", "key"], name="bench_change_target"),
        ]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(
                condition=Q(state__in=ChangeState.values), name="bench_change_state_known"
            ),
            models.CheckConstraint(
                condition=Q(approver__isnull=True) | ~Q(approver=F("author")),
                name="bench_change_approved_by_another",
            ),
            models.CheckConstraint(
                condition=~Q(state__in=(ChangeState.APPROVED, ChangeState.PUBLISHED))
                | (Q(approver__isnull=False) & ~Q(reason_en="") & ~Q(key="")),
                name="bench_change_approved_with_reason",
            ),
            models.CheckConstraint(
                condition=(Q(state=ChangeState.PUBLISHED) & Q(published_at__isnull=False))
                | (~Q(state=ChangeState.PUBLISHED) & Q(published_at__isnull=True)),
                name="bench_change_published_has_its_time",
            ),
            models.UniqueConstraint(
                fields=["kind", "key"],
                condition=Q(state__in=OPEN_STATES) & ~Q(key=""),
                name="bench_change_one_open_per_row",
            ),
        ]

    def __str__(self) -> str:
        about = self.key or self.ends or self.get_kind_display()
        return f"{self.get_aim_display()}: {about}"

    @property
    def name(self) -> str:
        """The name of its target among the rows that it changes."""
        return f"{self.kind}/{self.key}"

    @property
    def blocks(self) -> dict[str, dict[str, Any]]:
        """What each row is to say, its target last."""
        return {**self.beside, self.name: self.block}

    def before(self, name: str) -> dict[str, Any]:
        """What the row called ``name`` said before; empty where it was not there."""
        block: dict[str, Any] = self.base.get(name, {}).get("block", {})
        return block

    @property
    def draft(self) -> Draft:
        """What an editor has written of it."""
        day = self.publish_on.isoformat() if self.publish_on else ""
        return Draft(self.block, self.reason_en, day)

    def set_draft(self, draft: Draft) -> None:
        """Put what an editor has written in place of what it said."""
        self.block = draft.block
        self.reason_en = draft.reason
        self.publish_on = date.fromisoformat(draft.publish_on) if draft.publish_on else None

    @property
    def written(self) -> list[WrittenRow]:
        """The rows that it writes, its target first."""
        return [
            WrittenRow(self.name, self.before(self.name), self.block, self.replaced),
            *(
                WrittenRow(name, self.before(name), self.beside[name])
                for name in self.beside
            ),
        ]

    @property
    def replaced(self) -> dict[str, Any]:
        """What the value that a new one ends said; empty where it ends none."""
        return self.before(f"{ContentKind.FACT}/{self.ends}") if self.ends else {}

    @property
    def is_open(self) -> bool:
        """Whether it is still under way."""
        return self.state in OPEN_STATES

    @property
    def fixed(self) -> tuple[str, ...]:
        """What of its row nobody types any more, once the row has a key.

        The aspect of a fact decides which details it has, so it stays what it is.
        """
        if not self.key:
            return ()
        return ("key", "aspect") if self.kind == ContentKind.FACT else ("key",)

    @property
    def is_untouched(self) -> bool:
        """Whether nobody has saved it since it was begun: it holds nothing typed."""
        return self.version == 1

    @property
    def retires(self) -> bool:
        """Whether all it does to its row is to retire it, by itself or by going back."""
        if self.aim not in (Aim.RETIRE, Aim.RESTORE):
            return False
        was_retired = self.before(self.name).get("state") == RowState.RETIRED
        return self.block.get("state") == RowState.RETIRED and not was_retired

    @property
    def can_be_undone(self) -> bool:
        """Whether it is published: a row that it added is retired then."""
        return self.state == ChangeState.PUBLISHED

    @property
    def is_undone(self) -> bool:
        """Whether a change that undoes it is published. That one can be undone itself."""
        return self.undone_by.filter(state=ChangeState.PUBLISHED).exists()
