from __future__ import annotations

from functools import partial
from typing import Any

from django.http import HttpRequest


def page(request: HttpRequest) -> dict[str, Any]:
    """What the skeleton of every page needs.

    ``on`` is the date asked for, ``on_given`` its text and ``today`` the day it is;
    ``on_query`` keeps the date in links to pages that show dated facts; ``here`` names the
    page's URL; ``address`` and ``canonical`` are its own address without parameters;
    ``filtered`` is true on a page whose form of filters the date bar keeps; ``kept``
    holds those that are set, as pairs. ``preview`` is there where editors look at a page
    as it will be.
    """
    on = getattr(request, "on", None)
    preview = getattr(request, "preview", None)
    return {
        "on": on,
        "today": getattr(request, "today", None),
        "on_given": on.given if on else "",
        "on_query": f"?on={on.given}" if on else "",
        "here": request.resolver_match.view_name if request.resolver_match else "",
        "address": preview.address if preview else request.path,
        "preview": preview,
        "filtered": False,
        "kept": (),
        # Called by the template: an error page must not stumble over a wrong Host again.
        "canonical": partial(request.build_absolute_uri, request.path),
    }
