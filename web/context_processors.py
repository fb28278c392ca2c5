"""What the skeleton of every page is given."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest

from web.site_address import site_address


def page(request: HttpRequest) -> dict[str, Any]:
    """What the skeleton of every page needs.

    ``on`` is the date asked for, ``on_given`` its text and ``today`` the day it is;
    ``on_query`` keeps the date in links to pages that show dated facts, ``on_before`` does
    so before other parameters; ``here`` names the page's URL; ``address`` and
    ``canonical`` are its own address without parameters; ``preview`` is there where
    editors look at a page as it will be. A page with a ``FilterForm`` hands it over as
    ``filter``; the date bar keeps what is set in it.
    """
    on = getattr(request, "on", None)
    preview = getattr(request, "preview", None)
    return {
        "on": on,
        "today": getattr(request, "today", None),
        "on_given": on.given if on else "",
        "on_query": f"?on={on.given}" if on else "",
        "on_before": f"on={on.given}&" if on else "",
        "here": request.resolver_match.view_name if request.resolver_match else "",
        "address": preview.address if preview else request.path,
        "preview": preview,
        "canonical": site_address(request.path),
    }
