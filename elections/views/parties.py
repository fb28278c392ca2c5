from __future__ import annotations

from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from elections.contestants.contestant import Contestant
from elections.contestants.fetching import contestant, listed, other_slugs, with_pages
from elections.contestants.line import line_chart
from elections.votes.vote import ShownFact
from facts.models import Assessment, Disagreement, Topic
from web.http import SiteRequest
from web.partials import render_page
from web.public_page import public_page


@public_page
def party_list(request: SiteRequest) -> HttpResponse:
    """All parties under their names of the day asked for, else under their last ones."""
    day = request.day
    found = listed(Topic.PARTIES, day)
    parties = [one for one in found if one.namings]
    context = {
        "parties": [one for one in parties if one.was_surely_named or not request.on],
        "perhaps": [
            one
            for one in parties
            if request.on and one.was_named and not one.was_surely_named
        ],
        "of": len(parties),
        "general": [one for one in found if not one.namings],
        "day": request.asked_day,
    }
    return render_page(request, "elections/party_list.html", context)


@public_page
def party_detail(request: SiteRequest, slug: str) -> HttpResponse:
    """One party: its names, what it won, what it merged with; a former name leads on."""
    subject = with_pages(Topic.PARTIES).filter(key=slug).first()
    if subject is None:
        return to_last_name(request, slug)
    day = request.day
    party = contestant(subject, day)
    context = {
        **shown_of(party),
        "line": line_chart(party, request.today),
        "given_day": request.asked_day,
    }
    return render_page(request, "elections/party_detail.html", context)


def to_last_name(request: SiteRequest, slug: str) -> HttpResponse:
    """Lead on to the party that bore the name; to the list where several did.

    Raises ``Http404`` where none did.
    """
    keys = other_slugs(Topic.PARTIES, slug)
    if not keys:
        raise Http404(slug)
    query = f"?on={request.on.given}" if request.on else ""
    if len(keys) > 1:
        return redirect(reverse("elections:party-list") + query)
    address = reverse("elections:party-detail", kwargs={"slug": keys.pop()})
    return redirect(address + query, permanent=True)


def shown_of(one: Contestant) -> dict[str, object]:
    """What the pages of a party and of a person have in common."""
    judged = Assessment.objects.filter(subject=one.subject)
    return {
        "one": one,
        "day": one.day,
        "others": [ShownFact(fact) for fact in one.others],
        "disagreements": Disagreement.objects.filter(subject=one.subject),
        "assessments": judged.select_related("passage__document"),
    }
