from __future__ import annotations

from decimal import Decimal
from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from elections.models.elections import CountStatus
from elections.models.numbers import validate_number
from facts.guard import Guarded
from facts.localised import Localised
from facts.models import Detail, Fact, Subject
from parliament.models import Way


class FigureMeasure(models.TextChoices):
    """What a figure of an election counts."""

    SEATS = "seats", _("seats at stake")
    NOMINATED = "nominated", _("nominated")
    CANDIDATES = "candidates", _("candidates")
    WOMEN_CANDIDATES = "women-candidates", _("women among the candidates")
    LISTS = "lists", _("party lists")
    ELECTORS = "electors", _("electors of the Senate")
    VOTERS = "voters", _("people entitled to vote")
    VOTED = "voted", _("took part")
    TURNOUT = "turnout", _("turnout")
    THRESHOLD = "threshold", _("threshold for lists")
    ROUNDS = "rounds", _("rounds of voting")
    OBSERVERS = "observers", _("observers")
    WOMEN_ELECTED = "women-elected", _("women elected")
    INVALID = "invalid", _("invalid ballots")
    LOWEST_SHARE = "lowest-share", _("smallest share of a winner")
    HIGHEST_SHARE = "highest-share", _("largest share of a winner")


PERCENT = {
    FigureMeasure.TURNOUT,
    FigureMeasure.THRESHOLD,
    FigureMeasure.LOWEST_SHARE,
    FigureMeasure.HIGHEST_SHARE,
}


class Figure(Detail):
    """One figure of an election: how many candidates, what turnout."""

    fact = models.OneToOneField(Fact, models.CASCADE, related_name="figure")
    measure = models.CharField(_("what is counted"), max_length=16, choices=FigureMeasure)
    value = models.CharField(
        _("figure"),
        max_length=20,
        validators=[validate_number],
        help_text=_("As the source prints it, without its per cent sign: 54.21."),
    )
    is_about = models.BooleanField(_("about"), default=False)
    status = models.CharField(
        _("status"), max_length=11, choices=CountStatus, default=CountStatus.UNSAID
    )

    class Meta:
        verbose_name = _("figure")
        verbose_name_plural = _("figures")
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(
                condition=Q(measure__in=FigureMeasure.values),
                name="elections_figure_measure",
            ),
            models.CheckConstraint(
                condition=Q(status__in=CountStatus.values), name="elections_figure_status"
            ),
            models.CheckConstraint(
                condition=~Q(value=""), name="elections_figure_has_value"
            ),
        ]

    @property
    def number(self) -> Decimal:
        """The figure as a number; of a share, in per cent."""
        return Decimal(self.value)

    @property
    def is_percent(self) -> bool:
        """Whether it is a share and not a count."""
        return self.measure in PERCENT


class ShareBase(models.TextChoices):
    """What the shares of a result are shares of."""

    VALID = "valid", _("valid votes")
    CAST = "cast", _("votes cast")
    UNSAID = "unsaid", _("votes; the source does not say which")


class Result(Detail):
    """Votes, shares and seats of those who stood, in one count of an election.

    The rows are as the source gives them; they need not add up, and the page says so.
    """

    fact = models.OneToOneField(Fact, models.CASCADE, related_name="result")
    way = models.CharField(
        _("seats filled"),
        max_length=12,
        choices=Way,
        blank=True,
        help_text=_("Empty where the rows tell of all seats, or of no seats."),
    )
    base = models.CharField(
        _("shares are of"), max_length=6, choices=ShareBase, default=ShareBase.UNSAID
    )
    status = models.CharField(
        _("status"), max_length=11, choices=CountStatus, default=CountStatus.UNSAID
    )

    class Meta:
        verbose_name = _("result")
        verbose_name_plural = _("results")
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(
                condition=Q(status__in=CountStatus.values), name="elections_result_status"
            ),
            models.CheckConstraint(
                condition=Q(base__in=("valid", "cast", "unsaid")),
                name="elections_result_base",
            ),
            models.CheckConstraint(
                condition=Q(way="") | Q(way__in=Way.values), name="elections_result_way"
            ),
        ]


AGAINST_ALL = "Against all"


class ResultRow(Guarded):
    """What one party, person or answer got. What is not known is empty."""

    result = models.ForeignKey(
        Result, models.CASCADE, related_name="rows", verbose_name=_("result")
    )
    position = models.PositiveSmallIntegerField(_("place in the table"))
    contestant = models.ForeignKey(
        Subject,
        models.PROTECT,
        related_name="results",
        null=True,
        blank=True,
        verbose_name=_("party or person"),
    )
    label_en = models.CharField(
        _("called"),
        max_length=80,
        help_text=_("As it was called then: Nur Otan, independents, yes, against all."),
    )
    votes = models.PositiveIntegerField(_("votes"), null=True, blank=True)
    share = models.CharField(
        _("share, per cent"), max_length=8, blank=True, validators=[validate_number]
    )
    seats = models.PositiveSmallIntegerField(_("seats"), null=True, blank=True)

    label = Localised()

    class Meta:
        verbose_name = _("row of a result")
        verbose_name_plural = _("rows of a result")
        ordering = ("position",)
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["result", "position"], name="elections_row_place_once"
            ),
            models.UniqueConstraint(
                fields=["result", "label_en"], name="elections_row_label_once"
            ),
            models.CheckConstraint(
                condition=~Q(label_en=""), name="elections_row_has_label"
            ),
        ]

    @property
    def is_against_all(self) -> bool:
        """Whether these are votes against all who stood: nobody wins a seat by them."""
        return self.label_en == AGAINST_ALL

    def __str__(self) -> str:
        return self.label_en
