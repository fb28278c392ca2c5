"""The answers to what goes wrong, each a page of its own."""

from __future__ import annotations

import sys

from django.db import InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

RETRY_AFTER = 30
"""Seconds after which a database that did not answer may be there again."""


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """400: a request that cannot be understood."""
    sentence = _("We could not understand this request.")
    return render(request, "4xx.html", {"sentence": sentence}, status=400)


def forbidden(request: HttpRequest, exception: Exception) -> HttpResponse:
    """403: something that this visitor may not do."""
    sentence = _("You may not do this.")
    return render(request, "4xx.html", {"sentence": sentence}, status=403)


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """403: a form sent from elsewhere, or kept open too long."""
    sentence = _(
        "This form has expired, perhaps because you logged in again. Go back in your "
        "browser: what you typed should still be there. Send it once more."
    )
    return render(request, "4xx.html", {"sentence": sentence}, status=403)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """404: an address where nothing is, with the ways on."""
    return render(request, "404.html", status=404)


def server_error(request: HttpRequest) -> HttpResponse:
    """500: our fault. The template is plain: what failed may fail again.

    Where the database does not answer it is 503, with the seconds to wait.
    """
    failure = sys.exception()
    response = render(request, "500.html", status=500)
    if isinstance(failure, OperationalError | InterfaceError):
        response.status_code = 503
        response.headers["Retry-After"] = str(RETRY_AFTER)
    return response
