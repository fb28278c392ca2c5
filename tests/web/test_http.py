"""A public view gets all that its request is said to have."""

from __future__ import annotations

from datetime import date
from inspect import get_annotations

import pytest
from django.http import HttpResponse
from django.test import RequestFactory

from web.http import SiteRequest
from web.public_page import public_page

TODAY = date(2026, 11, 22)


def as_handed_over(query):
    """The request that a public view gets when its page is asked for with a query."""
    handed_over = []

    @public_page
    def view(request):
        handed_over.append(request)
        return HttpResponse()

    request = RequestFactory().get(f"/en/?{query}")
    request.htmx = False  # set by the middleware of django-htmx
    view(request)
    return handed_over[0]


@pytest.mark.parametrize("query", ["", "on=2007"])
def test_every_attribute_is_there(query):
    request = as_handed_over(query)
    for name in get_annotations(SiteRequest):
        assert hasattr(request, name), name


def test_with_a_date_its_day_is_shown():
    request = as_handed_over("on=2007")
    assert request.on.given == "2007"
    assert request.asked_day == request.day == date(2007, 12, 31)
    assert request.today == TODAY


def test_without_a_date_no_day_is_asked_for_and_today_is_shown():
    request = as_handed_over("")
    assert request.on is request.asked_day is None
    assert request.day == request.today == TODAY
