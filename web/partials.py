"""The one htmx pattern: a page, or the part of it that changes.

The part is a named partial inside the page's template, so that it is, byte for byte, that
region of the full page. See ``docs/htmx.md``.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.cache import patch_vary_headers

from web.http import SiteRequest

VARY = ("HX-Request", "HX-Boosted", "HX-History-Restore-Request")


def wants_partial(request: SiteRequest) -> bool:
    """Whether htmx asks for the part alone.

    A boosted link or a restored history entry replaces the whole page.
    """
    htmx = request.htmx
    return bool(htmx) and not htmx.boosted and not htmx.history_restore_request


def render_page(
    request: SiteRequest,
    template: str,
    context: dict[str, Any],
    *,
    partial: str = "dated",
    others: Mapping[str, str] | None = None,
    status: int = 200,
) -> HttpResponse:
    """The page, or its part named ``partial`` where htmx asks for that alone.

    A page with several parts names the ``others`` by the id of the element that htmx
    says it will replace.
    """
    part = (others or {}).get(request.htmx.target or "", partial)
    name = f"{template}#{part}" if wants_partial(request) else template
    response = render(request, name, context, status=status)
    patch_vary_headers(response, (*VARY, "HX-Target") if others else VARY)
    return response
