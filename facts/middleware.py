"""What every request passes: the edition of the content that it reads."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

from facts.edition import EditionWatch
from facts.held import of_edition


def edition_read(
    get_response: Callable[[HttpRequest], HttpResponse],
) -> Callable[[HttpRequest], HttpResponse]:
    """Let a request share what others have read of the same edition."""
    edition = EditionWatch()

    def middleware(request: HttpRequest) -> HttpResponse:
        with of_edition(edition()):
            return get_response(request)

    return middleware
