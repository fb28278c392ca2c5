"""What is due is published by the first request of its day, whichever worker answers it."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from datetime import date

from django.db import DatabaseError
from django.http import HttpRequest, HttpResponse

from bench.publishing import publish_due
from web.clock import today

GetResponse = Callable[[HttpRequest], HttpResponse]


def due_changes(get_response: GetResponse) -> GetResponse:
    """Publish the changes whose day has come, before anything is read.

    Changes wait for whole days, so each worker need only ask when a day begins; approving
    one whose day has already come publishes it at once.
    """
    asked: date | None = None

    def middleware(request: HttpRequest) -> HttpResponse:
        nonlocal asked
        if asked != (day := today()):
            # Where the database is gone, the page itself says so best.
            with suppress(DatabaseError):
                publish_due()
                asked = day
        return get_response(request)

    return middleware
