from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import get_object_or_404

from elections.contestants.fetching import contestant, listed, with_pages
from elections.views.parties import shown_of
from facts.models import Topic
from web.http import SiteRequest
from web.partials import render_page
from web.public_page import public_page


@public_page
def person_list(request: SiteRequest) -> HttpResponse:
    """Everybody whom the sources name in a post or an election."""
    day = request.day
    found = listed(Topic.PEOPLE, day)
    context = {
        "people": [one for one in found if one.namings or one.posts],
        "others": [one for one in found if not one.namings and not one.posts],
        "day": request.asked_day,
    }
    return render_page(request, "elections/person_list.html", context)


@public_page
def person_detail(request: SiteRequest, slug: str) -> HttpResponse:
    """One person: names, posts with their dates, and the elections stood in."""
    subject = get_object_or_404(with_pages(Topic.PEOPLE), key=slug)
    day = request.day
    context = shown_of(contestant(subject, day))
    return render_page(request, "elections/person_detail.html", context)
