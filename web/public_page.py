"""What every public page has in common."""

from __future__ import annotations

from functools import wraps
from typing import Any, cast

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt

from web.clock import today
from web.http import SiteRequest, View
from web.on import BadDateError, parse_on
from web.partials import render_page

LONGEST_QUERY = 2000
SAFE_METHODS = ("GET", "HEAD")
MAY_BE_KEPT = "public, no-cache"
"""``Cache-Control`` of a page that anybody may keep who asks each time if it changed."""


def public_page(view: View) -> View:
    """Make ``view`` a public page.

    It is only read, never written to (else 405), asked with a query of sane length (else
    414), and for a date that exists (else 400): ``request.on`` holds it. Browsers and
    proxies keep it but ask each time whether it changed.
    """

    @csrf_exempt  # nothing is written, so a POST gets a plain 405
    @wraps(view)
    def page(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        site_request = cast(SiteRequest, request)
        site_request.on = site_request.asked_day = None
        site_request.today = site_request.day = today()
        if request.method not in SAFE_METHODS:
            return _refused(site_request)
        if len(request.META.get("QUERY_STRING", "")) > LONGEST_QUERY:
            return _too_long(site_request)
        try:
            site_request.on = parse_on(request.GET.get("on", ""), site_request.today)
        except BadDateError as error:
            return bad_date(site_request, error)
        if site_request.on:
            site_request.asked_day = site_request.day = site_request.on.day
        response = view(site_request, *args, **kwargs)
        response.headers.setdefault("Cache-Control", MAY_BE_KEPT)
        return response

    return page


def bad_date(request: SiteRequest, error: BadDateError) -> HttpResponse:
    """A plain sentence and the field to mend the date, also where htmx asked."""
    context = {"error": str(error), "typed": error.given}
    response = render_page(request, "400.html", context, status=400)
    # htmx could not restore such an address from the history, so it must not enter it.
    response.headers["HX-Push-Url"] = "false"
    return response


def _refused(request: SiteRequest) -> HttpResponse:
    sentence = _("This page can be read, but nothing can be sent to it.")
    response = render(request, "4xx.html", {"sentence": sentence}, status=405)
    response.headers["Allow"] = ", ".join(SAFE_METHODS)
    return response


def _too_long(request: SiteRequest) -> HttpResponse:
    sentence = _("The address is too long for us to read.")
    return render(request, "4xx.html", {"sentence": sentence}, status=414)
