"""What machines ask for: liveness, robots, the way to the first page.

Nothing is written here, so a POST gets a plain 405 and not a lecture on CSRF.
"""

from __future__ import annotations

import logging

from django.db import DatabaseError, connection
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.templatetags.static import static
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_safe

logger = logging.getLogger(__name__)


@csrf_exempt
@require_safe
def first_page(request: HttpRequest) -> HttpResponse:
    """Send ``/`` to the home page; there is one language so far."""
    return redirect("pages:home")


@csrf_exempt
@require_safe
def favicon(request: HttpRequest) -> HttpResponse:
    """Browsers ask for this address unasked; the mark is an SVG."""
    return redirect(static("img/mark.svg"))


@csrf_exempt
@require_safe
@never_cache
def healthz(request: HttpRequest) -> HttpResponse:
    """200 ``ok`` while the database answers, else 503."""
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except DatabaseError:
        logger.exception("The database does not answer.")
        return HttpResponse("database does not answer\n", "text/plain", status=503)
    return HttpResponse("ok\n", content_type="text/plain")


@csrf_exempt
@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    """Everything may be read; the bench is nobody's business."""
    sitemap = request.build_absolute_uri(reverse("sitemap"))
    lines = ["User-agent: *", "Disallow: /admin/", f"Sitemap: {sitemap}", ""]
    return HttpResponse("\n".join(lines), content_type="text/plain; charset=utf-8")
