from __future__ import annotations

from datetime import date

from django.http import HttpRequest
from django_htmx.middleware import HtmxDetails

from web.on import AsOf


class SiteRequest(HttpRequest):
    """A request as a public view gets it.

    ``on`` is the date asked for, if any; ``today`` is read here and nowhere below.
    """

    htmx: HtmxDetails
    on: AsOf | None
    today: date
