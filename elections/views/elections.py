from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.http import Http404, HttpRequest, HttpResponse

from elections.models import ElectionKind
from elections.votes.counts import ResultCount
from elections.votes.fetching import all_votes, neighbours, vote_of
from elections.votes.lead import VoteLead
from elections.votes.system import seat_paths
from elections.votes.vote import Vote
from facts.models import Assessment
from web.http import SiteRequest
from web.partials import render_page
from web.public_page import public_page


@dataclass(frozen=True)
class ElectionFilter:
    """What a visitor filters the elections by; an empty text filters nothing."""

    kind: str
    decade: str

    @classmethod
    def of(cls, request: HttpRequest) -> ElectionFilter:
        """What the address asks for."""
        return cls(request.GET.get("kind", ""), request.GET.get("decade", ""))

    def fits(self, vote: Vote) -> bool:
        """Whether an election is among what is asked for."""
        decades = {str(decade) for decade in vote.decades}
        return self.kind in ("", vote.election.kind) and (
            not self.decade or self.decade in decades
        )


@public_page
def election_list(request: SiteRequest) -> HttpResponse:
    """All elections and referendums in order of time, filtered by the address."""
    wanted = ElectionFilter.of(request)
    every = all_votes()
    context = {
        "wanted": wanted,
        "all": every,
        "shown": [vote for vote in every if wanted.fits(vote)],
        "kinds": ElectionKind.choices,
        "decades": decades_of(every),
    }
    template = "elections/election_list.html"
    return render_page(request, template, context, partial="results")


def decades_of(votes: Iterable[Vote]) -> list[str]:
    """The decades in which the votes were held, each by its first year."""
    return [str(year) for year in sorted({year for vote in votes for year in vote.decades})]


@public_page
def election_detail(request: SiteRequest, slug: str) -> HttpResponse:
    """One election or referendum: its figures, system, results and judgements."""
    every = all_votes()
    dated = next((vote for vote in every if vote.subject.key == slug), None)
    if dated is None:
        raise Http404(slug)
    vote = vote_of(dated.election)
    before, after = neighbours(vote, every)
    assessments = list(
        Assessment.objects.filter(subject=vote.subject).select_related("passage__document")
    )
    counts = [
        ResultCount(fact, vote.threshold_for(fact), vote.at_stake(fact))
        for fact in vote.results
    ]
    head = VoteLead(vote, after)
    context = {
        "vote": vote,
        "head": head,
        "questions": vote.questions(head.followed),
        "roads": seat_paths(vote),
        "counts": counts,
        "headline": [count for count in counts if not count.result.way] or counts,
        "before": before,
        "after": after,
        "assessments": assessments,
        "judges": list({one.speaker: one for one in assessments}.values()),
    }
    return render_page(request, "elections/election_detail.html", context)
