from __future__ import annotations

from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from elections.contestants.contestant import Contestant
from elections.contestants.fetching import (
    fetch_contestant,
    fetch_contestants,
    keys_of_name,
    subject_with_page,
)
from elections.contestants.line import line_chart, line_of
from elections.votes.vote import ShownFact
from facts.fetching import assessments_of, disagreements_on
from facts.models import Topic
from web.http import SiteRequest
from web.paging import shown_page
from web.partials import render_page
from web.public_page import public_page

ON_A_PAGE = 50


@public_page
def party_list(request: SiteRequest) -> HttpResponse:
    """All parties under their names of the day asked for, else under their last ones."""
    subjects = fetch_contestants(Topic.PARTIES, request.day)
    parties = [party for party in subjects if party.names]

    def is_there(party: Contestant) -> bool:
        return not request.on or party.names.is_surely_borne

    surely = list(filter(is_there, parties))
    perhaps = [
        party for party in parties if not is_there(party) and party.names.is_perhaps_borne
    ]
    shown = shown_page(request, [*surely, *perhaps], ON_A_PAGE)
    context = {
        "shown": shown,
        "parties": list(filter(is_there, shown)),
        "perhaps": [party for party in shown if not is_there(party)],
        "surely": len(surely),
        "total": len(parties),
        "general": [party for party in subjects if not party.names],
        "day": request.asked_day,
    }
    return render_page(request, "elections/party_list.html", context)


@public_page
def party_detail(request: SiteRequest, slug: str) -> HttpResponse:
    """One party: its names, what it won, what it merged with; a former name leads on."""
    subject = subject_with_page(Topic.PARTIES, slug)
    if subject is None:
        return redirect_to_last_name(request, slug)
    party = fetch_contestant(subject, request.day)
    line = line_of(party)
    context = {
        **contestant_context(party),
        "line": line,
        "line_chart": line_chart(line, request.today),
    }
    return render_page(request, "elections/party_detail.html", context)


def redirect_to_last_name(request: SiteRequest, slug: str) -> HttpResponse:
    """Lead on to the party that bore the name; to the list where several did.

    Raises ``Http404`` where none did.
    """
    keys = keys_of_name(Topic.PARTIES, slug)
    if not keys:
        raise Http404(slug)
    query = f"?on={request.on.given}" if request.on else ""
    if len(keys) > 1:
        return redirect(reverse("elections:party-list") + query)
    address = reverse("elections:party-detail", kwargs={"slug": keys.pop()})
    return redirect(address + query, permanent=True)


def contestant_context(contestant: Contestant) -> dict[str, object]:
    """What the templates of a party and of a person have in common."""
    return {
        "contestant": contestant,
        "day": contestant.day,
        "others": [ShownFact(fact) for fact in contestant.others],
        "disagreements": disagreements_on(contestant.subject),
        "assessments": assessments_of(contestant.subject),
    }
