"""The days on which something began or ended: visitors ask for these above all."""

from __future__ import annotations

from facts.models import Fact

BOUNDS = ("start_earliest", "start_latest", "end_earliest", "end_latest")


def days_of_moments() -> frozenset[str]:
    """Each day that bounds the period of a published fact, as ``2007-08-29``."""
    rows = Fact.objects.published().order_by().values_list(*BOUNDS).distinct()
    return frozenset(day.isoformat() for row in rows for day in row)
