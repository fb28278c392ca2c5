"""What every request passes: due changes are published, and the bench is kept private."""

from __future__ import annotations

import logging
from datetime import date

from django.db import DatabaseError
from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.urls import reverse
from django.utils.cache import add_never_cache_headers

from bench.changes.moves import publish_due
from web.clock import today
from web.http import GetResponse

KNOWN_METHODS = ("GET", "HEAD", "POST")

log = logging.getLogger(__name__)


def due_changes(get_response: GetResponse) -> GetResponse:
    """Publish the changes whose day has come, before anything is read.

    Changes wait for whole days, so each worker need only ask when a day begins; approving
    one whose day has already come publishes it at once.
    """
    asked: date | None = None

    def middleware(request: HttpRequest) -> HttpResponse:
        nonlocal asked
        if asked != (day := today()):
            try:
                publish_due()
                asked = day
            except DatabaseError:
                # Where the database is gone, the page itself says so best.
                log.exception("What is due could not be published")
        return get_response(request)

    return middleware


def known_methods(get_response: GetResponse) -> GetResponse:
    """Answer 405 on the bench to methods that none of its pages knows.

    Django's admin would make the whole page for ``OPTIONS``.
    """
    bench = reverse("admin:index")

    def middleware(request: HttpRequest) -> HttpResponse:
        if request.path.startswith(bench) and request.method not in KNOWN_METHODS:
            return HttpResponseNotAllowed(KNOWN_METHODS)
        return get_response(request)

    return middleware


def never_kept(get_response: GetResponse) -> GetResponse:
    """Let no cache keep an answer of the bench.

    Django's admin says so of most of its pages, but not of the password form or its
    scripts, and no refusal (403, 404, 400) passes there.
    """

    def middleware(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        if request.path.startswith(reverse("admin:index")):
            add_never_cache_headers(response)
        return response

    return middleware
