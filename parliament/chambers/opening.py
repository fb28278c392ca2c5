"""How a page about the whole Parliament opens: on which day, with which chambers."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from parliament.chambers.fetching import day_shown, facts_of, institutions
from parliament.chambers.standing import Standing
from parliament.models import InstitutionKind
from web.http import SiteRequest


@dataclass(frozen=True)
class Opening:
    """All chambers on the day that a page shows.

    ``ended`` is a chamber of the Parliament that no longer stands, where the page shows
    its last day because no day was asked for.
    """

    day: date
    standings: list[Standing]
    ended: Standing | None

    def on(self, day: date) -> Opening:
        """The same chambers on another day."""
        others = [Standing(one.institution, one.facts, day) for one in self.standings]
        return Opening(day, others, None)


def opening(request: SiteRequest) -> Opening:
    """The day asked for; else the last day of the two chambers, or today before it."""
    found = institutions()
    facts = facts_of(one.subject for one in found)
    chamber = next((one for one in found if one.kind == InstitutionKind.CHAMBER), None)
    day = request.today
    if request.on:
        day = request.on.day
    elif chamber:
        day = day_shown(chamber, facts[chamber.subject_id], request.today)
    standings = [Standing(one, facts[one.subject_id], day) for one in found]
    on_last_day = not request.on and day < request.today
    ended = next((one for one in standings if one.institution == chamber), None)
    return Opening(day, standings, ended if on_last_day else None)
