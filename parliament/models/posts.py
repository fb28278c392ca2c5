from __future__ import annotations

from typing import ClassVar

from django.contrib.humanize.templatetags.humanize import ordinal
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from facts.models import Detail, Fact, Subject, Topic
from facts.periods import OPEN


class Post(models.TextChoices):
    """A post that somebody held."""

    CHAIR = "chair", _("Chair")
    DEPUTY_CHAIR = "deputy-chair", _("Deputy Chair")
    PRESIDENT = "president", _("President")


class Membership(Detail):
    """That a person held a post: the two ends of a Popolo membership.

    The fact is about where the post is (a chamber, a party, the presidency), so one holder
    excludes another on the same day.
    """

    fact = models.OneToOneField(Fact, models.CASCADE, related_name="membership")
    person = models.ForeignKey(
        Subject, models.PROTECT, related_name="memberships", verbose_name=_("person")
    )
    post = models.CharField(_("post"), max_length=12, choices=Post)

    class Meta:
        verbose_name = _("membership")
        verbose_name_plural = _("memberships")
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(
                condition=Q(post__in=("chair", "deputy-chair", "president")),
                name="parliament_membership_post_known",
            ),
        ]

    @property
    def title(self) -> str:
        """The post and where it is: ``Chair of the Mäjilis``, ``Chair of Amanat``."""
        body = self.fact.subject
        if self.post == Post.PRESIDENT:
            return body.name_en
        # A party's list of earlier names, in brackets, would not read as a name.
        where = body.name_en.partition(" (")[0]
        takes_article = body.topic == Topic.PARLIAMENT or where.endswith(" Party")
        return f"{self.get_post_display()} of {'the ' if takes_article else ''}{where}"

    def sentence(self) -> str:
        """Who holds or held which post: ``Marat Ospanov was Chair of the Mäjilis.``"""
        verb = "is" if self.fact.end == OPEN else "was"
        return f"{self.person.name_en} {verb} {self.title}."


class Convocation(Detail):
    """One run of an institution from election to election, by its number."""

    fact = models.OneToOneField(Fact, models.CASCADE, related_name="convocation")
    number = models.PositiveSmallIntegerField(_("number"))

    class Meta:
        verbose_name = _("convocation")
        verbose_name_plural = _("convocations")

    def sentence(self) -> str:
        """Which one sat: ``The Mäjilis of the 4th convocation sat.``"""
        which = f"{ordinal(self.number)} convocation"
        return f"The {self.fact.subject.name_en} of the {which} sat."
