from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from facts.models import Detail, Fact, Subject


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


class Convocation(Detail):
    """One run of an institution from election to election, by its number."""

    fact = models.OneToOneField(Fact, models.CASCADE, related_name="convocation")
    number = models.PositiveSmallIntegerField(_("number"))

    class Meta:
        verbose_name = _("convocation")
        verbose_name_plural = _("convocations")
