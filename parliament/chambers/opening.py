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
        standings = [
            Standing(standing.institution, standing.facts, day)
            for standing in self.standings
        ]
        return Opening(day, standings, None)


def opening(request: SiteRequest) -> Opening:
    """The day asked for; else the last day of the two chambers, or today before it."""
    shown = institutions()
    facts = facts_of(institution.subject for institution in shown)
    chamber = next(
        (
            institution
            for institution in shown
            if institution.kind == InstitutionKind.CHAMBER
        ),
        None,
    )
    day = request.day
    if chamber and not request.asked_day:
        day = day_shown(chamber, facts[chamber.subject_id], request.today)
    standings = [
        Standing(institution, facts[institution.subject_id], day) for institution in shown
    ]
    on_last_day = not request.asked_day and day < request.today
    ended = next(
        (standing for standing in standings if standing.institution == chamber), None
    )
    return Opening(day, standings, ended if on_last_day else None)
