"""What is answered before anything else is asked of a request."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from pages.views.service import healthz
from web.http import GetResponse


def healthz_by_any_host(get_response: GetResponse) -> GetResponse:
    """Answer ``/healthz`` whatever Host it is asked by.

    Balancers and containers ask by an address and a port, not by the name of the site.
    """
    address = reverse("healthz")

    def middleware(request: HttpRequest) -> HttpResponse:
        if request.path_info == address:
            return healthz(request)
        return get_response(request)

    return middleware
