from __future__ import annotations

from django.http import Http404, HttpResponse

from elections.contestants.fetching import (
    fetch_contestant,
    fetch_contestants,
    subject_with_page,
)
from elections.views.parties import contestant_context
from facts.models import Topic
from web.http import SiteRequest
from web.partials import render_page
from web.public_page import public_page


@public_page
def person_list(request: SiteRequest) -> HttpResponse:
    """Everybody whom the sources name in a post or an election."""
    contestants = fetch_contestants(Topic.PEOPLE, request.day)
    context = {
        "people": [person for person in contestants if person.names or person.posts],
        "others": [
            person for person in contestants if not person.names and not person.posts
        ],
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
