from __future__ import annotations

from typing import Any

from django.contrib.admin import AdminSite
from django.contrib.auth.models import User
from django.http import HttpRequest
from django.template.response import TemplateResponse
from django.utils.translation import gettext_lazy as _

from bench.desk import on_the_bench
from bench.rules import VIEW, WRITE, may
from web.clock import today


class BenchSite(AdminSite):
    """The admin, whose start page is the work that waits and not a list of tables."""

    site_title = _("Shanyraq, the bench")
    site_header = _("Shanyraq: the editors’ bench")
    index_title = _("On the bench")
    index_template = "bench/index.html"
    enable_nav_sidebar = False

    def index(
        self, request: HttpRequest, extra_context: dict[str, Any] | None = None
    ) -> TemplateResponse:
        """The start page: what waits for this editor."""
        context = dict(extra_context or {})
        if isinstance(request.user, User) and may(request.user, VIEW):
            context |= {**on_the_bench(request.user, today()), "may_see": True}
            context["may_write"] = may(request.user, WRITE)
        return super().index(request, context)
