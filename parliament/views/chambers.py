from __future__ import annotations

from collections.abc import Sequence

from django.http import Http404, HttpResponse

from facts.models import Assessment, Disagreement, Fact
from parliament.chambers.fetching import day_shown, facts_of, institutions
from parliament.chambers.moments import around, moments
from parliament.chambers.standing import Standing
from web.http import SiteRequest
from web.partials import render_page
from web.public_page import public_page


@public_page
def chamber_list(request: SiteRequest) -> HttpResponse:
    """The chambers side by side: on the day asked for, else each as it last stood."""
    found = institutions()
    facts = facts_of(institution.subject for institution in found)
    standings = []
    for institution in found:
        own = facts[institution.subject_id]
        day = request.on.day if request.on else day_shown(institution, own, request.today)
        standings.append(Standing(institution, own, day))
    changes = moments(fact for own in facts.values() for fact in own)
    context = {
        "standings": standings,
        "absent": [standing for standing in standings if not standing.may_stand],
        "compared": to_compare(standings, given=request.on is not None),
        "day": request.asked_day,
        "moments": changes,
        "around": around(changes, request.on.day) if request.on else None,
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
        "disagreements": Disagreement.objects.filter(subject=subject),
        "assessments": Assessment.objects.filter(subject=subject).select_related(
            "passage__document"
        ),
    }
    return render_page(request, "parliament/chamber_detail.html", context)


@public_page
def chamber_history(request: SiteRequest, slug: str) -> HttpResponse:
    """One chamber through time: names, convocations, chairs, sittings, dissolutions."""
    standing = standing_or_404(request, slug)
    changes = moments(standing.facts)
    context = {
        "standing": standing,
        "day": standing.day,
        "around": around(changes, standing.day),
        "predecessors": Fact.objects.published()
        .filter(succession__successor=standing.institution.subject)
        .select_related("subject"),
    }
    return render_page(request, "parliament/chamber_history.html", context)


def standing_or_404(request: SiteRequest, slug: str) -> Standing:
    """The chamber of that name on the day asked for, else on its last day or today.

    Raises ``Http404`` where no chamber that facts date has the name.
    """
    institution = next((one for one in institutions() if one.subject.key == slug), None)
    if institution is None:
        raise Http404(slug)
    facts = facts_of([institution.subject])[institution.subject.pk]
    day = request.on.day if request.on else day_shown(institution, facts, request.today)
    return Standing(institution, facts, day)
