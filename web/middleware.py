"""Headers that every answer carries."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse

from web.http import GetResponse

HEADERS = {
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cross-Origin-Embedder-Policy": "require-corp",
    "Permissions-Policy": (
        "camera=(), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()"
    ),
}


def isolation_headers(get_response: GetResponse) -> GetResponse:
    """Add the security headers that Django's own middleware does not know."""

    def middleware(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        for name, value in HEADERS.items():
            response.headers.setdefault(name, value)
        return response

    return middleware
