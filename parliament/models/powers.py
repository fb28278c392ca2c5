from __future__ import annotations

from fractions import Fraction
from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from facts.localised import Localised
from facts.models import Detail, Fact


class Procedure(models.TextChoices):
    """Who acts, and how: the columns of the matrix of powers."""

    JOINT = "joint", _("both chambers in joint session")
    IN_TURN = "in-turn", _("the Mäjilis first, then the Senate")
    EACH = "each", _("each chamber by itself")
    SENATE = "senate", _("the Senate alone")
    MAJILIS = "majilis", _("the Mäjilis alone")
    STAND_IN = "stand-in", _("the Senate in place of a dissolved Mäjilis")
    DELEGATED = "delegated", _("the President, by delegation")
    KURULTAI = "kurultai", _("the Kurultai")


class Matter(models.TextChoices):
    """What a power is about: the matrix groups its rows by it."""

    CONSTITUTION = "constitution", _("Constitution and referendums")
    LAWS = "laws", _("Laws")
    BUDGET = "budget", _("Budget and taxes")
    TREATIES = "treaties", _("Treaties")
    WAR_AND_PEACE = "war-and-peace", _("War and peace")
    APPOINTMENTS = "appointments", _("Appointments")
    OVERSIGHT = "oversight", _("Oversight")
    ELECTIONS = "elections", _("Elections")
    MEMBERS = "members", _("Members")
    INTERNAL = "internal", _("Its own work")


class Share(models.TextChoices):
    """A share of all members, as the Constitutions use it."""

    ONE_FIFTH = "one-fifth", _("one fifth")
    ONE_THIRD = "one-third", _("one third")
    MAJORITY = "majority", _("a majority")
    TWO_THIRDS = "two-thirds", _("two thirds")
    THREE_QUARTERS = "three-quarters", _("three quarters")
    FOUR_FIFTHS = "four-fifths", _("four fifths")


FRACTIONS = {
    Share.ONE_FIFTH: Fraction(1, 5),
    Share.ONE_THIRD: Fraction(1, 3),
    Share.TWO_THIRDS: Fraction(2, 3),
    Share.THREE_QUARTERS: Fraction(3, 4),
    Share.FOUR_FIFTHS: Fraction(4, 5),
}


def votes_needed(share: str, members: int) -> int:
    """The fewest votes that make ``share`` of all ``members``.

    A majority is more than half; any other share is reached when it is met exactly.
    Source: the wording "majority of all deputies" and "at least two thirds of all
    deputies" of the Constitutions of 1995 (articles 53 to 62) and 2026 (56 to 62).
    Raises ``ValueError`` where there are no members or the share is not one of ``Share``.
    """
    if members < 1:
        raise ValueError("No votes can be counted without members.")
    if Share(share) == Share.MAJORITY:
        return members // 2 + 1
    fraction = FRACTIONS[Share(share)]
    return -(-members * fraction.numerator // fraction.denominator)


class Power(Detail):
    """What a body may do, how, and on what conditions. The fact says it in a sentence."""

    fact = models.OneToOneField(Fact, models.CASCADE, related_name="power")
    procedure = models.CharField(_("procedure"), max_length=10, choices=Procedure)
    matter = models.CharField(_("about"), max_length=14, choices=Matter)
    proposer_en = models.CharField(
        _("who must propose it"),
        max_length=160,
        blank=True,
        help_text=_("As the start of a sentence: The President."),
    )
    movers = models.CharField(
        _("share of members that must ask for it"),
        max_length=14,
        choices=Share,
        blank=True,
    )
    share = models.CharField(
        _("share of votes that carries it"),
        max_length=14,
        choices=Share,
        blank=True,
        help_text=_("Empty where the sources name none."),
    )
    limit_en = models.CharField(
        _("for how long, or within what time"), max_length=200, blank=True
    )
    condition_en = models.CharField(_("other conditions"), max_length=400, blank=True)
    article = models.CharField(
        _("article and clause"),
        max_length=40,
        blank=True,
        help_text=_("Of the Constitution in force then: 53(3)."),
    )

    proposer = Localised()
    limit = Localised()
    condition = Localised()

    class Meta:
        verbose_name = _("power")
        verbose_name_plural = _("powers")
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(
                condition=Q(procedure__in=Procedure.values),
                name="parliament_power_procedure_known",
            ),
            models.CheckConstraint(
                condition=Q(matter__in=Matter.values), name="parliament_power_matter_known"
            ),
            models.CheckConstraint(
                condition=Q(movers="") | Q(movers__in=Share.values),
                name="parliament_power_movers_known",
            ),
            models.CheckConstraint(
                condition=Q(share="") | Q(share__in=Share.values),
                name="parliament_power_share_known",
            ),
        ]
