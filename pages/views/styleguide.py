from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.http import HttpResponse
from django.utils.translation import gettext as _

from facts.fetching import all_disagreements, assessments_of
from parliament.chambers.fetching import facts_of, institutions
from parliament.chambers.moments import moments
from parliament.chambers.standing import Standing
from parliament.charts import fact_lanes
from web.http import SiteRequest
from web.partials import render_page
from web.public_page import public_page


@dataclass(frozen=True)
class Example:
    """A state of the seats component, and the chamber and day that shows it."""

    title: str
    standing: Standing


@public_page
def styleguide(request: SiteRequest) -> HttpResponse:
    """Every component on one page, shown with the content that has it."""
    chambers = {institution.subject.key: institution for institution in institutions()}
    facts = facts_of(institution.subject for institution in chambers.values())

    def standing_on(key: str, day: date) -> Standing:
        return Standing(chambers[key], facts[chambers[key].subject_id], day)

    states = [
        (_("Seats that are settled"), "senate", date(1996, 6, 1)),
        (_("Seats that are not settled"), "senate", date(1997, 12, 1)),
        (_("Seats of a dissolved chamber"), "majilis", date(2007, 7, 1)),
        (_("Seats in law only"), "kurultai", date(2026, 9, 1)),
        (_("Seats not stated"), "supreme-soviet", date(1950, 1, 1)),
    ]
    examples = [
        Example(title, standing_on(key, day))
        for title, key, day in states
        if key in chambers
    ]
    by_key = {
        example.standing.institution.subject.key: example.standing for example in examples
    }
    senate = by_key.get("senate")
    context = {
        "examples": examples,
        "standing": senate,
        "spans": fact_lanes(senate.history.compositions[:4], senate.day)
        if senate
        else None,
        "gaps": by_key["kurultai"].gaps if "kurultai" in by_key else [],
        "compared": [
            standing_on(key, date(1996, 6, 1))
            for key in ("senate", "majilis")
            if key in chambers
        ],
        "disagreement": next(
            (
                disagreement
                for disagreement in all_disagreements()
                if disagreement.settles_by_choice
            ),
            None,
        ),
        "assessments": assessments_of(senate.institution.subject)[:1] if senate else [],
        "moments": moments(senate.facts)[:4] if senate else [],
    }
    return render_page(request, "pages/styleguide.html", context)
