"""The bench as a site of Django's admin: its start page, and what no page of it takes."""

from __future__ import annotations

import logging
from collections.abc import Callable
from functools import wraps
from typing import Any, TypeVar, cast

from django.contrib.admin import AdminSite
from django.contrib.auth.models import User
from django.core.exceptions import BadRequest
from django.db import DatabaseError
from django.http import HttpRequest, QueryDict
from django.http.response import HttpResponseBase
from django.template.response import TemplateResponse
from django.utils.translation import gettext_lazy as _

from bench.changes.permissions import VIEW, WRITE, may
from bench.forms.resubmitting import (
    is_long_form,
    page_to_resubmit,
    page_to_store_later,
)
from bench.worklist import worklist
from web.clock import today

log = logging.getLogger(__name__)
View = TypeVar("View", bound=Callable[..., HttpResponseBase])


def holds_nul(data: QueryDict) -> bool:
    """Whether any name or value holds the character NUL."""
    return any("\0" in text for name, texts in data.lists() for text in (name, *texts))


class BenchSite(AdminSite):
    """The admin, whose start page is the work that waits and not a list of tables."""

    site_title = _("Shanyraq, the bench")
    site_header = _("Shanyraq: the editors’ bench")
    index_title = _("On the bench")
    index_template = "bench/index.html"
    enable_nav_sidebar = False

    def admin_view(self, view: View, cacheable: bool = False) -> View:
        """As Django's, but 400 for a request that holds a NUL, and all that was typed
        into a long form for somebody who is logged out (403), or when the database fails.

        No keyboard types a NUL, and PostgreSQL fails on it: in our queries, and in the
        filters of Django's lists. To the page to log in, no text would come along.
        """

        @wraps(view)
        def page(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
            if holds_nul(request.GET) or holds_nul(request.POST):
                raise BadRequest("It holds a character that no text has.")
            return view(request, *args, **kwargs)

        for_staff = super().admin_view(cast(View, page), cacheable)

        @wraps(view)
        def page_or_text(
            request: HttpRequest, *args: Any, **kwargs: Any
        ) -> HttpResponseBase:
            try:
                if is_long_form(request) and request.user.is_anonymous:
                    return page_to_resubmit(request)
                return for_staff(request, *args, **kwargs)
            except DatabaseError:
                if not is_long_form(request):
                    raise
                log.exception("A form could not be stored")
                return page_to_store_later(request)

        return cast(View, page_or_text)

    def index(
        self, request: HttpRequest, extra_context: dict[str, Any] | None = None
    ) -> TemplateResponse:
        """The start page: what waits for this editor."""
        context = dict(extra_context or {})
        if isinstance(request.user, User) and may(request.user, VIEW):
            context |= {**worklist(request.user, today()), "may_see": True}
            context["may_write"] = may(request.user, WRITE)
        return super().index(request, context)
