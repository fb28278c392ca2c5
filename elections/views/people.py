from __future__ import annotations

from django.http import Http404, HttpResponse

from elections.contestants.contestant import Contestant
from elections.contestants.fetching import (
    fetch_contestant,
    fetch_contestants,
    subject_with_page,
)
from elections.views.parties import contestant_context
from facts.models import Topic
from web.http import SiteRequest
from web.paging import shown_page
from web.partials import render_page
from web.public_page import public_page

ON_A_PAGE = 50


@public_page
def person_list(request: SiteRequest) -> HttpResponse:
    """Everybody whom the sources name in a post or an election."""
    contestants = fetch_contestants(Topic.PEOPLE, request.day)

    def is_person(contestant: Contestant) -> bool:
        return bool(contestant.names or contestant.posts)

    # Titles, and others named, stand at the end.
    in_order = sorted(contestants, key=is_person, reverse=True)
    shown = shown_page(request, in_order, ON_A_PAGE)
    context = {
        "shown": shown,
        "people": list(filter(is_person, shown)),
        "others": [contestant for contestant in shown if not is_person(contestant)],
        "day": request.asked_day,
    }
    return render_page(request, "elections/person_list.html", context)


@public_page
def person_detail(request: SiteRequest, slug: str) -> HttpResponse:
    """One person: names, posts with their dates, and the elections stood in."""
    subject = subject_with_page(Topic.PEOPLE, slug)
    if subject is None:
        raise Http404(slug)
    context = contestant_context(fetch_contestant(subject, request.day))
    return render_page(request, "elections/person_detail.html", context)
