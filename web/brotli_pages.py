"""Public pages in brotli, for browsers that take it; Django itself knows gzip alone."""

from __future__ import annotations

import brotli
from django.http import HttpRequest, HttpResponse
from django.utils.cache import patch_vary_headers

from web.content_coding import coding_for
from web.http import GetResponse
from web.public_page import MAY_BE_KEPT

QUALITY = 5
"""A page takes as long as with gzip and is a tenth smaller; with 9 it takes ten times."""
SHORTEST = 200
"""Bytes from which on it is worth it, as Django's own middleware has it."""


def brotli_pages(get_response: GetResponse) -> GetResponse:
    """Send public pages in brotli to those who take it; the rest is left to Django.

    Only what anybody may keep: it holds no secret whose length could tell of it.
    """

    def middleware(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        accepted = request.headers.get("Accept-Encoding", "")
        if _is_worth_it(response) and coding_for(accepted) == "br":
            response.content = brotli.compress(response.content, quality=QUALITY)
            response.headers["Content-Length"] = str(len(response.content))
            response.headers["Content-Encoding"] = "br"
            patch_vary_headers(response, ("Accept-Encoding",))
            tag = response.headers.get("ETag", "")
            if tag.startswith('"'):  # other bytes than those that it was made of
                response.headers["ETag"] = f"W/{tag}"
        return response

    return middleware


def _is_worth_it(response: HttpResponse) -> bool:
    return (
        response.headers.get("Cache-Control") == MAY_BE_KEPT
        and not response.streaming
        and not response.has_header("Content-Encoding")
        and len(response.content) >= SHORTEST
    )
