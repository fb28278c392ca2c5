"""Who else has a change open: told, never enforced."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta

from django.contrib.auth.models import User

from bench.models import Change, Visit
from web.clock import now

STAYS = timedelta(minutes=2)
"""How long a visit counts after its page was last heard of: four missed calls."""


def visit(change: Change, who: User) -> None:
    """Remember that ``who`` has the change open now."""
    Visit.objects.update_or_create(change=change, who=who, defaults={"seen_at": now()})


def others(change: Change, who: User) -> Iterable[Visit]:
    """Everybody else who has it open, the latest first."""
    here = Visit.objects.filter(change=change, seen_at__gt=now() - STAYS)
    return here.exclude(who=who).select_related("who").order_by("-seen_at")
