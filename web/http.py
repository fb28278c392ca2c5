"""What requests and views are, for type annotations; nothing is decided here."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from django.http import HttpRequest, HttpResponse
from django_htmx.middleware import HtmxDetails

from web.on import AsOf

View = Callable[..., HttpResponse]
"""A view: takes a request and the parts of its address."""
GetResponse = Callable[[HttpRequest], HttpResponse]
"""What a middleware is given to go on with."""


class SiteRequest(HttpRequest):
    """A request as ``public_page`` hands it to a view.

    ``on`` is the date asked for, if any; ``asked_day`` is the day that it means, ``day``
    that day, else ``today``. Lower code takes a day as an argument and reads no clock.
    """

    htmx: HtmxDetails
    on: AsOf | None
    today: date
    asked_day: date | None
    day: date
