"""Which of the dated names of a thing holds on a day."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from facts.models import Fact


def naming_on(namings: Sequence[Fact], day: date) -> Fact | None:
    """The fact that names on ``day``: a sure one, else a possible one, else the nearest.

    Before the first name that is the first, after the last name the last.
    """
    sure = [fact for fact in namings if fact.period.is_certain(day)]
    perhaps = [fact for fact in namings if fact.period.is_possible(day)]
    before = [fact for fact in namings if fact.period.end.earliest <= day]
    for found in (sure, perhaps, before):
        if found:
            return found[-1]
    return namings[0] if namings else None


def main_name(naming: Fact | None) -> str:
    """The English form that pages use; empty where there is none."""
    names = naming.names.all() if naming else []
    return next((one.text for one in names if one.is_main and one.language == "en"), "")
