from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from facts.guard import Guarded
from facts.localised import Localised
from facts.models import Detail, Fact, Subject


class InstitutionKind(models.TextChoices):
    """What an institution is among others."""

    LEGISLATURE = "legislature", _("legislature of two chambers")
    CHAMBER = "chamber", _("chamber")
    SINGLE = "single", _("legislature of one chamber")


class Institution(Guarded):
    """A legislature or one of its chambers: what Popolo calls an organization."""

    subject = models.OneToOneField(
        Subject, models.PROTECT, related_name="institution", verbose_name=_("subject")
    )
    kind = models.CharField(_("kind"), max_length=12, choices=InstitutionKind)
    part_of = models.ForeignKey(
        Subject,
        models.PROTECT,
        related_name="chambers",
        null=True,
        blank=True,
        verbose_name=_("chamber of"),
    )
    position = models.PositiveSmallIntegerField(_("place in lists"))
    member_en = models.CharField(_("a member is called"), max_length=40)
    members_en = models.CharField(_("members are called"), max_length=40)
    about_en = models.CharField(_("what it is"), max_length=200)

    member = Localised()
    members = Localised()
    about = Localised()

    class Meta:
        verbose_name = _("institution")
        verbose_name_plural = _("institutions")
        ordering = ("position",)
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(
                condition=Q(kind="chamber", part_of__isnull=False)
                | (~Q(kind="chamber") & Q(part_of__isnull=True)),
                name="parliament_institution_chamber_is_part",
            ),
        ]

    def __str__(self) -> str:
        return self.subject.name_en


class Existence(Detail):
    """That an institution existed, and the acts that began and ended it."""

    fact = models.OneToOneField(Fact, models.CASCADE, related_name="existence")
    begun_by_en = models.CharField(_("begun by"), max_length=250, blank=True)
    ended_by_en = models.CharField(_("ended by"), max_length=250, blank=True)

    begun_by = Localised()
    ended_by = Localised()

    class Meta:
        verbose_name = _("existence")
        verbose_name_plural = _("existences")


class Succession(Detail):
    """That another institution took the place of the fact's subject."""

    fact = models.OneToOneField(Fact, models.CASCADE, related_name="succession")
    successor = models.ForeignKey(
        Subject,
        models.PROTECT,
        related_name="predecessors",
        verbose_name=_("successor"),
    )

    class Meta:
        verbose_name = _("succession")
        verbose_name_plural = _("successions")


class Way(models.TextChoices):
    """A way to fill a seat."""

    COUNCILS = "councils", _("elected by local councils")
    APPOINTED = "appointed", _("appointed by the President")
    ASSEMBLY = "assembly", _("chosen by the Assembly of People")
    LIST = "list", _("elected from party lists")
    DISTRICT = "district", _("elected in single-member districts")
    STATE_LIST = "state-list", _("elected from the President’s state list")
    ELECTED = "elected", _("elected")


class Composition(Detail):
    """How many seats a chamber has, and how they are filled.

    ``total`` is typed only where the parts leave it open; else it is their sum.
    """

    fact = models.OneToOneField(Fact, models.CASCADE, related_name="composition")
    total = models.PositiveSmallIntegerField(
        _("seats in all"),
        null=True,
        blank=True,
        help_text=_("Only where a part is unknown; else it is the sum of the parts."),
    )

    class Meta:
        verbose_name = _("composition")
        verbose_name_plural = _("compositions")

    @property
    def is_summed(self) -> bool:
        """Whether every part is known, so that their sum is the total."""
        parts = self.parts.all()
        return bool(parts) and all(part.seats is not None for part in parts)

    @property
    def seats(self) -> int | None:
        """Seats in all, or ``None`` where the sources leave that open."""
        if self.is_summed:
            return sum(part.seats or 0 for part in self.parts.all())
        return self.total

    def seats_by(self, way: str) -> int | None:
        """Seats filled in one way: 0 where there are none, ``None`` if unknown."""
        for part in self.parts.all():
            if part.way == way:
                return part.seats
        return 0

    def sum_in_words(self) -> str:
        """``40 + 7 = 47`` where there are parts to add; else empty."""
        parts = self.parts.all()
        if not self.is_summed or len(parts) < 2:
            return ""
        return f"{' + '.join(str(part.seats) for part in parts)} = {self.seats}"


class SeatPart(Guarded):
    """The seats of a composition that are filled in one way."""

    composition = models.ForeignKey(
        Composition, models.CASCADE, related_name="parts", verbose_name=_("composition")
    )
    position = models.PositiveSmallIntegerField(_("place in lists"))
    way = models.CharField(_("how filled"), max_length=12, choices=Way)
    seats = models.PositiveSmallIntegerField(
        _("seats"), null=True, blank=True, help_text=_("Empty where not known.")
    )

    class Meta:
        verbose_name = _("part of the seats")
        verbose_name_plural = _("parts of the seats")
        ordering = ("position",)
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["composition", "way"], name="parliament_seatpart_way_once"
            ),
            models.UniqueConstraint(
                fields=["composition", "position"],
                name="parliament_seatpart_place_once",
                violation_error_message=_("Two parts have the same place in lists."),
            ),
            models.CheckConstraint(
                condition=Q(way__in=Way.values), name="parliament_seatpart_way_known"
            ),
            models.CheckConstraint(
                condition=Q(seats__isnull=True) | Q(seats__gt=0),
                name="parliament_seatpart_not_empty",
                violation_error_message=_("A part without seats is no part."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_way_display()}: {self.seats}"


class Term(Detail):
    """How long members serve, and how often a share of them is renewed."""

    fact = models.OneToOneField(Fact, models.CASCADE, related_name="term")
    years = models.PositiveSmallIntegerField(_("years of office"))
    half_renewed_every = models.PositiveSmallIntegerField(
        _("years between renewals of half"),
        null=True,
        blank=True,
        help_text=_("Empty where all members are chosen together."),
    )

    class Meta:
        verbose_name = _("term of office")
        verbose_name_plural = _("terms of office")
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(
                condition=Q(half_renewed_every__isnull=True)
                | Q(years=2 * models.F("half_renewed_every")),
                name="parliament_term_two_halves_make_it",
                violation_error_message=_(
                    "Half renewed every so many years means a term of twice as many."
                ),
            ),
        ]
