"""What a party that took in another was called, then and later."""

from __future__ import annotations

from datetime import date

from facts.aspects import NAME
from facts.models import Fact
from facts.names import main_name, nearest


def name_then(merger: Fact) -> str:
    """What the party that took in another was called when that began."""
    naming = nearest(_namings_of_joined(merger), merger.period.start.earliest)
    return main_name(naming) or merger.merger.into.name


def names_later(merger: Fact, day: date) -> list[str]:
    """What that party was called after the merger, in order, by the day looked at."""
    then, joined = name_then(merger), merger.period.start.earliest
    return [
        name
        for fact in _namings_of_joined(merger)
        if joined < fact.period.start.latest <= day
        and (name := main_name(fact)) not in ("", then)
    ]


def _namings_of_joined(merger: Fact) -> list[Fact]:
    """The facts that hold the names of the party joined, in order."""
    return [fact for fact in merger.merger.into.facts.all() if fact.aspect == NAME]
