"""What machines ask for: liveness, robots, the way to the first page.

Nothing is written here, so a POST gets a plain 405 and not a lecture on CSRF.
"""

from __future__ import annotations

import logging
from functools import cache

from django.db import DatabaseError, connection
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.templatetags.static import static
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_safe

from facts.models import Subject
from web.http import SiteRequest
from web.public_page import public_page
from web.site_address import site_address

logger = logging.getLogger(__name__)


@public_page
def first_page(request: SiteRequest) -> HttpResponse:
    """Send ``/`` to the home page, with the date; there is one language so far."""
    query = request.META.get("QUERY_STRING", "")
    return redirect(f"{reverse('pages:home')}{'?' if query else ''}{query}")


@csrf_exempt
@require_safe
def favicon(request: HttpRequest) -> HttpResponse:
    """Browsers ask for this address unasked; the mark is an SVG."""
    return redirect(static("img/mark.svg"))


@csrf_exempt
@require_safe
@never_cache
def healthz(request: HttpRequest) -> HttpResponse:
    """200 ``ok`` while the database answers and holds the content, else 503."""
    try:
        missing = _missing()
    except DatabaseError:
        logger.exception("The database does not answer.")
        missing = "database does not answer"
    status = 503 if missing else 200
    return HttpResponse(f"{missing or 'ok'}\n", "text/plain", status=status)


def _missing() -> str:
    """What the database lacks to serve the site; empty where that is nothing."""
    applied = MigrationRecorder(connection).applied_migrations().keys()
    if _migrations() - applied:
        return "migrations are missing"
    return "" if Subject.objects.exists() else "content is missing"


@cache
def _migrations() -> frozenset[tuple[str, str]]:
    """The migrations that this version of the site has, by app and name."""
    loader = MigrationLoader(None)
    replaced = {key for kept in loader.disk_migrations.values() for key in kept.replaces}
    return frozenset(loader.disk_migrations.keys() - replaced)


@csrf_exempt
@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    """Everything may be read; the bench is nobody's business."""
    sitemap = site_address(reverse("sitemap"))
    lines = ["User-agent: *", "Disallow: /admin/", f"Sitemap: {sitemap}", ""]
    return HttpResponse("\n".join(lines), content_type="text/plain; charset=utf-8")
