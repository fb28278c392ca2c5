from __future__ import annotations

from collections.abc import Callable
from datetime import date

from django.http import HttpRequest, HttpResponse
from django_htmx.middleware import HtmxDetails

from web.on import AsOf

View = Callable[..., HttpResponse]
GetResponse = Callable[[HttpRequest], HttpResponse]


class SiteRequest(HttpRequest):
    """A request as a public view gets it.

    ``on`` is the date asked for, if any; ``today`` is read here and nowhere below.
    ``asked_day`` is the day that ``on`` means, if any; ``day`` is that day, else today.
    """

    htmx: HtmxDetails
    on: AsOf | None
    today: date
    asked_day: date | None
    day: date
