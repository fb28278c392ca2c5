"""What a comparison of two days tells, group by group."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _l


class ComparisonGroup(models.TextChoices):
    """What a change is of, in the order in which a page tells it."""

    INSTITUTIONS = "institutions", _l("Institutions")
    SEATS = "seats", _l("Seats")
    SYSTEMS = "systems", _l("How seats are filled")
    TERMS = "terms", _l("Terms of office")
    POWERS = "powers", _l("Powers")
    MEMBERS = "members", _l("Rules for members")
    POSTS = "posts", _l("Posts")
    NAMES = "names", _l("Names")
    PLACES = "places", _l("Capital and territory")
    STATE = "state", _l("President, constitution and courts")
    PERHAPS = "perhaps", _l("May have changed in this time")
