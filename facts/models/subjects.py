from __future__ import annotations

from typing import ClassVar, Self

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from facts.localised import Localised, column
from facts.models.base import Content, ContentQuerySet


class Topic(models.TextChoices):
    """The field that a subject belongs to: lists of many subjects group by it."""

    PARLIAMENT = "parliament", _("Parliament and its chambers")
    POWERS = "powers", _("Powers of the Parliament")
    COMMITTEES = "committees", _("Committees")
    ELECTIONS = "elections", _("Elections and referendums")
    PARTIES = "parties", _("Parties")
    PRESIDENCY = "presidency", _("Presidency and government")
    LAW = "law", _("Constitutions")
    COURTS = "courts", _("Courts and commissions")
    PEOPLE = "people", _("People")
    PLACES = "places", _("Capital and territory")
    WORLD = "world", _("International bodies")
    SOCIETY = "society", _("Society")
    TERMS = "terms", _("Words explained")
    SOURCES = "sources", _("The sources themselves")


class SubjectQuerySet(ContentQuerySet["Subject"]):
    """Questions that are asked of subjects."""

    def told(self, *topics: str) -> Self:
        """Subjects of these topics that a published fact is about, by name."""
        subjects = self.filter(topic__in=topics, facts__state="published")
        return subjects.distinct().order_by(column(self.model, "name"), "key")


class Subject(Content):
    """What facts are about: an institution, an election, a person, a party or a place.

    Its names are facts too, because they changed: see ``Name``.
    """

    name_en = models.CharField(
        _("name"),
        max_length=120,
        help_text=_("What the site calls it where no date decides."),
    )
    topic = models.CharField(_("topic"), max_length=12, choices=Topic)

    name = Localised()

    objects: ClassVar[models.Manager[Subject]] = SubjectQuerySet.as_manager()

    class Meta(Content.Meta):
        verbose_name = _("subject")
        verbose_name_plural = _("subjects")
        ordering = ("key",)
        constraints: ClassVar[list[models.BaseConstraint]] = [
            *Content.Meta.constraints,
            models.CheckConstraint(
                condition=Q(topic__in=Topic.values), name="facts_subject_topic_known"
            ),
        ]

    def __str__(self) -> str:
        return self.name_en
