"""The states of a change, from a draft to what is published or dropped.

    draft ──send──▶ in review ──approve──▶ approved ──(its day comes)──▶ published
      ▲                 │                     │
      └──── take back, give back ─────────────┘        draft ──drop──▶ dropped

What is published becomes a row, which is published or retired and never a draft.
"""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _l


class ChangeState(models.TextChoices):
    """Where a change stands."""

    DRAFT = "draft", _l("draft")
    REVIEW = "review", _l("in review")
    APPROVED = "approved", _l("approved for a day to come")
    PUBLISHED = "published", _l("published")
    DROPPED = "dropped", _l("dropped")


OPEN_STATES = (ChangeState.DRAFT, ChangeState.REVIEW, ChangeState.APPROVED)
"""The states of a change that is still under way."""
