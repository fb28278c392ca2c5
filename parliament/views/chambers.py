"""The pages on the chambers."""

from __future__ import annotations

from collections.abc import Sequence

from django.http import Http404, HttpResponse

from facts.fetching import assessments_of, disagreements_on
from facts.models import Fact
from parliament.chambers.fetching import (
    day_shown,
    facts_of,
    institutions,
    successions_to,
)
from parliament.chambers.moments import around, moments
from parliament.chambers.standing import Standing
from parliament.charts import fact_lanes
from parliament.models import Institution
from web.http import SiteRequest
from web.partials import render_page
from web.public_page import public_page


@public_page
def chamber_list(request: SiteRequest) -> HttpResponse:
    """The chambers side by side: on the day asked for, else each as it last stood."""
    shown = institutions()
    facts = facts_of(institution.subject for institution in shown)
    standings = [
        _standing(request, institution, facts[institution.subject_id])
        for institution in shown
    ]
    changes = moments(fact for own_facts in facts.values() for fact in own_facts)
    context = {
        "standings": standings,
        "absent": [standing for standing in standings if not standing.may_stand],
        "compared": to_compare(standings, given=request.asked_day is not None),
        "day": request.asked_day,
        "moments": changes,
        "around": around(changes, request.asked_day) if request.asked_day else None,
    }
    return render_page(request, "parliament/chamber_list.html", context)


def to_compare(standings: Sequence[Standing], *, given: bool) -> list[Standing]:
    """The standings to set side by side: all that stood on the day that was ``given``.

    Without a day each is shown as it last stood, so only the chambers of one parliament
    share a day.
    """
    if given:
        return [standing for standing in standings if standing.may_stand]
    return [standing for standing in standings if standing.institution.part_of_id]


@public_page
def chamber_detail(request: SiteRequest, slug: str) -> HttpResponse:
    """One chamber on the day asked for, else as it last stood."""
    standing = standing_or_404(request, slug)
    subject = standing.institution.subject
    changes = moments(standing.facts)
    context = {
        "standing": standing,
        "now": Standing(standing.institution, standing.facts, request.today),
        "day": standing.day,
        "moments": changes,
        "around": around(changes, standing.day),
        "disagreements": disagreements_on(subject),
        "assessments": assessments_of(subject),
    }
    return render_page(request, "parliament/chamber_detail.html", context)


@public_page
def chamber_history(request: SiteRequest, slug: str) -> HttpResponse:
    """One chamber through time: names, convocations, chairs, sittings, dissolutions."""
    standing = standing_or_404(request, slug)
    history, day = standing.history, standing.day
    context = {
        "standing": standing,
        "history": history,
        "convocations": fact_lanes(history.convocations, day),
        "chairs": fact_lanes(history.chairs, day),
        "deputy_chairs": fact_lanes(history.deputy_chairs, day),
        "day": day,
        "around": around(moments(standing.facts), day),
        "predecessors": successions_to(standing.institution.subject),
    }
    return render_page(request, "parliament/chamber_history.html", context)


def standing_or_404(request: SiteRequest, slug: str) -> Standing:
    """The chamber of that name on the day asked for, else on its last day or today.

    Raises ``Http404`` where no chamber that facts date has the name.
    """
    for institution in institutions():
        if institution.subject.key == slug:
            facts = facts_of([institution.subject])[institution.subject_id]
            return _standing(request, institution, facts)
    raise Http404(slug)


def _standing(
    request: SiteRequest, institution: Institution, facts: Sequence[Fact]
) -> Standing:
    """An institution on the day asked for, else on its last day or today."""
    day = request.asked_day or day_shown(institution, facts, request.today)
    return Standing(institution, facts, day)
