"""What is kept of accounts beside Django's own: their log, and wrong log-ins."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class AccountAct(models.TextChoices):
    """What happened to an account."""

    MADE = "made", _("made")
    CHANGED = "changed", _("changed")
    GIVEN = "given", _("password set by another person")
    LINK = "link", _("one-time link made")
    BY_LINK = "by-link", _("password chosen by a link")
    REPLACED = "replaced", _("own password chosen after one set by another person")
    CODES = "codes", _("codes set up")
    NO_CODES = "no-codes", _("codes switched off")
    CODES_TAKEN = "codes-taken", _("codes removed by another person")


class AccountEvent(models.Model):
    """Something that happened to an account: who did it, when and what. Never changed.

    ``who`` is nobody where somebody did it on the server.
    """

    account = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="account_events"
    )
    act = models.CharField(_("what"), max_length=12, choices=AccountAct.choices)
    who = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    at = models.DateTimeField(_("when"))
    words = models.TextField(_("more"), blank=True)

    class Meta:
        verbose_name = _("event of an account")
        verbose_name_plural = _("log of accounts")
        ordering = ("-pk",)
        default_permissions = ()
        permissions = (("keep_accounts", "Can keep accounts"),)

    def __str__(self) -> str:
        return f"{self.account}: {self.get_act_display()}"


class LoginDelay(models.Model):
    """Wrong log-ins with a name from one place, and until when no more are looked at.

    Names and places are kept as digests: somebody may type her password for her name.
    A row without a name stands for all names from one place.
    """

    name = models.CharField(max_length=32, blank=True)
    place = models.CharField(max_length=32)
    wrong = models.PositiveIntegerField(default=0)
    last_at = models.DateTimeField(db_index=True)
    open_at = models.DateTimeField()

    class Meta:
        default_permissions = ()
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["place", "last_at"], name="bench_delay_place"),
        ]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["name", "place"], name="bench_delay_once")
        ]

    def __str__(self) -> str:
        return f"{self.wrong} until {self.open_at}"
