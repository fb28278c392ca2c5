from __future__ import annotations

from django.http import Http404, HttpResponse

from elections.votes.fetching import fetch_neighbours, fetch_vote, fetch_votes
from elections.votes.filter import ElectionFilter, decades_of
from elections.votes.lead import VoteLead
from facts.fetching import assessments_of
from web.http import SiteRequest
from web.paging import shown_page
from web.partials import render_page
from web.public_page import public_page

ON_A_PAGE = 50


@public_page
def election_list(request: SiteRequest) -> HttpResponse:
    """All elections and referendums in order of time, filtered by the address."""
    votes = fetch_votes()
    chosen = ElectionFilter(request.GET, decades_of(votes))
    context = {
        "filter": chosen,
        "shown": shown_page(request, list(filter(chosen.fits, votes)), ON_A_PAGE),
        "total": len(votes),
        "shows_turnout": bool(chosen.chosen("kind")),
    }
    template = "elections/election_list.html"
    return render_page(request, template, context, partial="results")


@public_page
def election_detail(request: SiteRequest, slug: str) -> HttpResponse:
    """One election or referendum: its figures, system, results and judgements."""
    vote = fetch_vote(slug)
    if vote is None:
        raise Http404(slug)
    before, after = fetch_neighbours(vote)
    lead = VoteLead(vote, after)
    assessments = assessments_of(vote.subject)
    context = {
        "vote": vote,
        "others": vote.others,
        "lead": lead,
        "before": before,
        "after": after,
        "disagreements": lead.questions,
        "assessments": assessments,
        "speakers": list(dict.fromkeys(assessment.speaker for assessment in assessments)),
    }
    return render_page(request, "elections/election_detail.html", context)
