"""How seats were filled, and who stood for them, hung on subjects and facts."""

from __future__ import annotations

from decimal import Decimal
from typing import ClassVar

from django.core.validators import RegexValidator
from django.db import models
from django.db.models import Q
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from facts.guard import Guarded
from facts.models import Detail, Fact, Subject
from parliament.models import Way
from parliament.wording import counted, joined

number = RegexValidator(
    r"^(0|[1-9][0-9]*)(\.[0-9]+)?$", _("Write a number with figures and a point: 88.41.")
)


class Status(models.TextChoices):
    """How far the counting had come when a figure was told."""

    PLANNED = "planned", _("planned")
    PRELIMINARY = "preliminary", _("preliminary")
    FINAL = "final", _("final")
    UNSAID = "unsaid", _("not said whether final")


class Election(Guarded):
    """That a subject is an election or a referendum. Its day is a fact of aspect "held"."""

    class Kind(models.TextChoices):
        SUPREME_COUNCIL = "supreme-council", _("Supreme Soviet and Supreme Council")
        SENATE = "senate", _("Senate")
        MAJILIS = "majilis", _("Mäjilis")
        KURULTAI = "kurultai", _("Kurultai")
        PRESIDENT = "president", _("President")
        REFERENDUM = "referendum", _("Referendums")

    subject = models.OneToOneField(
        Subject, models.PROTECT, related_name="election", verbose_name=_("subject")
    )
    kind = models.CharField(_("kind"), max_length=16, choices=Kind)
    institution = models.ForeignKey(
        Subject,
        models.PROTECT,
        related_name="elections",
        null=True,
        blank=True,
        verbose_name=_("elected to"),
        help_text=_("The chamber; empty for a President and for a referendum."),
    )

    class Meta:
        verbose_name = _("election")
        verbose_name_plural = _("elections")
        ordering = ("kind", "subject")
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(
                condition=Q(
                    kind__in=(
                        "supreme-council",
                        "senate",
                        "majilis",
                        "kurultai",
                        "president",
                        "referendum",
                    )
                ),
                name="elections_election_kind_known",
            ),
            models.CheckConstraint(
                condition=Q(kind__in=("president", "referendum"), institution__isnull=True)
                | (~Q(kind__in=("president", "referendum")) & Q(institution__isnull=False)),
                name="elections_election_of_a_chamber",
                violation_error_message=_("Say which chamber was elected."),
            ),
        ]

    def __str__(self) -> str:
        return self.subject.name_en


class Measure(models.TextChoices):
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
    Measure.TURNOUT,
    Measure.THRESHOLD,
    Measure.LOWEST_SHARE,
    Measure.HIGHEST_SHARE,
}


class Figure(Detail):
    """One figure of an election: how many candidates, what turnout."""

    fact = models.OneToOneField(Fact, models.CASCADE, related_name="figure")
    measure = models.CharField(_("what is counted"), max_length=16, choices=Measure)
    value = models.CharField(
        _("figure"),
        max_length=20,
        validators=[number],
        help_text=_("As the source prints it, without its per cent sign: 54.21."),
    )
    is_about = models.BooleanField(_("about"), default=False)
    status = models.CharField(
        _("status"), max_length=11, choices=Status, default=Status.UNSAID
    )

    class Meta:
        verbose_name = _("figure")
        verbose_name_plural = _("figures")
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(
                condition=Q(measure__in=Measure.values), name="elections_figure_measure"
            ),
            models.CheckConstraint(
                condition=Q(status__in=Status.values), name="elections_figure_status"
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

    def in_figures(self) -> str:
        """``12,035,578``, ``54.21%``, ``about 250``."""
        text = f"{self.value}%" if self.is_percent else f"{self.number:,}"
        return f"about {text}" if self.is_about else text

    def sentence(self) -> str:
        """What is counted, and the figure: ``Candidates: 55 (preliminary).``"""
        name = capfirst(self.get_measure_display())
        told = self.status in (Status.PRELIMINARY, Status.PLANNED)
        status = f" ({self.get_status_display()})" if told else ""
        return f"{name}: {self.in_figures()}{status}."


class Result(Detail):
    """Votes, shares and seats of those who stood, in one count of an election.

    The rows are as the source gives them; they need not add up, and the page says so.
    """

    class Base(models.TextChoices):
        VALID = "valid", _("valid votes")
        CAST = "cast", _("votes cast")
        UNSAID = "unsaid", _("votes; the source does not say which")

    fact = models.OneToOneField(Fact, models.CASCADE, related_name="result")
    way = models.CharField(
        _("seats filled"),
        max_length=12,
        choices=Way,
        blank=True,
        help_text=_("Empty where the rows tell of all seats, or of no seats."),
    )
    base = models.CharField(
        _("shares are of"), max_length=6, choices=Base, default=Base.UNSAID
    )
    status = models.CharField(
        _("status"), max_length=11, choices=Status, default=Status.UNSAID
    )

    class Meta:
        verbose_name = _("result")
        verbose_name_plural = _("results")
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(
                condition=Q(status__in=Status.values), name="elections_result_status"
            ),
            models.CheckConstraint(
                condition=Q(base__in=("valid", "cast", "unsaid")),
                name="elections_result_base",
            ),
            models.CheckConstraint(
                condition=Q(way="") | Q(way__in=Way.values), name="elections_result_way"
            ),
        ]

    def sentence(self) -> str:
        """Every row in its order: ``Nur Otan: 98 seats, 88.41%; NSDP: no seat, 4.5%.``"""
        return "; ".join(str(row) for row in self.rows.all()) + "."


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
        _("share, per cent"), max_length=8, blank=True, validators=[number]
    )
    seats = models.PositiveSmallIntegerField(_("seats"), null=True, blank=True)

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
        known = []
        if self.seats is not None:
            known.append(counted(self.seats, "seat", "seats"))
        if self.votes is not None:
            known.append(f"{self.votes:,} votes")
        if self.share:
            known.append(f"{self.share}%")
        return f"{self.label_en}: {joined(known)}" if known else self.label_en


class System(Detail):
    """How votes became seats. The fact says it in words."""

    class Kind(models.TextChoices):
        SINGLE_MEMBER = "single-member", _("single-member districts")
        STATE_LIST = "state-list", _("a popular vote, and the President’s state list")
        PARALLEL = "parallel", _("districts and party lists, counted apart")
        LIST_AND_ASSEMBLY = "list-and-assembly", _("party lists, and nine by the Assembly")
        MIXED = "mixed", _("party lists and districts, counted apart")
        LIST = "list", _("party lists")
        INDIRECT = "indirect", _("electors from the local councils, and appointment")
        DIRECT = "direct", _("direct vote for one person")

    fact = models.OneToOneField(Fact, models.CASCADE, related_name="system")
    kind = models.CharField(_("kind"), max_length=18, choices=Kind)
    threshold = models.CharField(
        _("threshold for lists, per cent"), max_length=8, blank=True, validators=[number]
    )

    class Meta:
        verbose_name = _("electoral system")
        verbose_name_plural = _("electoral systems")
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(
                condition=Q(
                    kind__in=(
                        "single-member",
                        "state-list",
                        "parallel",
                        "list-and-assembly",
                        "mixed",
                        "list",
                        "indirect",
                        "direct",
                    )
                ),
                name="elections_system_kind_known",
            ),
        ]

    def sentence(self) -> str:
        """Empty: the fact explains the system in its own words."""
        return ""


class Merger(Detail):
    """That the fact's subject, a party, went into another one."""

    fact = models.OneToOneField(Fact, models.CASCADE, related_name="merger")
    into = models.ForeignKey(
        Subject, models.PROTECT, related_name="mergers", verbose_name=_("into")
    )

    class Meta:
        verbose_name = _("merger")
        verbose_name_plural = _("mergers")

    def sentence(self) -> str:
        """Who joined whom."""
        return f"{self.fact.subject.name_en} joined {self.into.name_en}."
