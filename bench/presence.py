"""Who else has a change open: told, never enforced."""

from __future__ import annotations

from datetime import timedelta

from django.contrib.auth.models import User
from django.db.models import QuerySet

from bench.models import Change, Visit
from web.clock import now

VISIT_LASTS = timedelta(minutes=2)
"""How long a visit counts after its page was last heard of: four missed calls."""


def record_visit(change: Change, who: User) -> None:
    """Remember that ``who`` has the change open now."""
    Visit.objects.update_or_create(change=change, who=who, defaults={"seen_at": now()})


def other_visits(change: Change, who: User) -> QuerySet[Visit]:
    """The visits of everybody else who has it open, the latest first."""
    open_now = Visit.objects.filter(change=change, seen_at__gt=now() - VISIT_LASTS)
    return open_now.exclude(who=who).select_related("who").order_by("-seen_at")
