"""The bench as a site of Django's admin: its start page, and what no page of it takes."""

from __future__ import annotations

import logging
from collections.abc import Callable
from functools import wraps
from typing import Any, TypeVar, cast

from django.contrib.admin import AdminSite
from django.contrib.auth import logout
from django.contrib.auth.models import User
from django.core.exceptions import BadRequest
from django.db import DatabaseError
from django.http import HttpRequest, HttpResponse, QueryDict
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, URLResolver, path
from django.utils.translation import gettext_lazy as _

from bench.accounts.codes import has_codes, may_have_codes, must_have_codes
from bench.accounts.known_browsers import remember_browser
from bench.accounts.sessions import end_old_session
from bench.changes.permissions import KEEP, VIEW, WRITE, may
from bench.forms.login import LoginForm
from bench.forms.resubmitting import (
    is_long_form,
    page_to_resubmit,
    page_to_store_later,
)
from bench.views import codes, passwords
from bench.worklist import worklist
from web.clock import today

log = logging.getLogger(__name__)
OPEN_WITHOUT_CODES = {
    "logout",
    "jsi18n",
    "codes",
    "codes_set_up",
    "password_change",
    "password_change_done",
}
"""What is open to who must have codes and has none yet."""

View = TypeVar("View", bound=Callable[..., HttpResponseBase])


def holds_nul(data: QueryDict) -> bool:
    """Whether any name or value holds the character NUL."""
    return any("\0" in text for name, texts in data.lists() for text in (name, *texts))


def way_to_codes(request: HttpRequest) -> HttpResponseBase | None:
    """Where somebody is sent who did not show a code but must; nothing for others.

    Who has an app logged in before it was set up, elsewhere: she logs in anew.
    """
    user = request.user
    match = request.resolver_match
    if not (user.is_active and getattr(user, "is_staff", False)):
        return None
    if getattr(user, "is_verified")() or (match and match.url_name == "logout"):  # noqa: B009
        return None
    if has_codes(user):
        logout(request)
        return redirect("admin:login")
    if must_have_codes(user) and not (match and match.url_name in OPEN_WITHOUT_CODES):
        return redirect("admin:codes")
    return None


class BenchSite(AdminSite):
    """The admin, whose start page is the work that waits and not a list of tables."""

    site_title = _("Shanyraq, the bench")
    site_header = _("Shanyraq: the editors’ bench")
    index_title = _("On the bench")
    index_template = "bench/index.html"
    enable_nav_sidebar = False
    login_form = LoginForm

    def get_urls(self) -> list[URLPattern | URLResolver]:
        """The addresses of the admin, and those of codes and passwords.

        A link to a password is for somebody who cannot log in.
        """
        wrap = self.admin_view
        return [
            path("codes/", wrap(codes.codes_page), name="codes"),
            path("codes/set-up/", wrap(codes.codes_set_up), name="codes_set_up"),
            path("codes/change/", wrap(codes.codes_change), name="codes_change"),
            *(
                path(address, getattr(passwords, name), name=name)
                for address, name in (
                    ("password-reset/", "password_reset"),
                    ("password-reset/sent/", "password_reset_done"),
                    ("password-reset/chosen/", "password_reset_complete"),
                    ("password-reset/<uidb64>/<token>/", "password_reset_confirm"),
                )
            ),
            *super().get_urls(),
        ]

    def login(
        self, request: HttpRequest, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        """Log in; the browser is known of who did so from then on."""
        response = super().login(request, extra_context)
        if request.method == "POST" and response.status_code == 302:
            remember_browser(request, response, request.user.get_username())
        return response

    def password_change(
        self, request: HttpRequest, extra_context: dict[str, Any] | None = None
    ) -> TemplateResponse:
        """Change a password, knowing the old one."""
        return cast(TemplateResponse, passwords.password_change(request))

    def each_context(self, request: HttpRequest) -> dict[str, Any]:
        """As Django's, and whether the frame leads to codes."""
        return {
            **super().each_context(request),
            "may_have_codes": may_have_codes(request.user),
        }

    def admin_view(self, view: View, cacheable: bool = False) -> View:
        """As Django's, but 400 for a request that holds a NUL, and all that was typed
        into a long form for somebody who is logged out (403), or when the database fails.
        Who must have codes is led to them first.

        No keyboard types a NUL, and PostgreSQL fails on it: in our queries, and in the
        filters of Django's lists. To the page to log in, no text would come along.
        """

        @wraps(view)
        def page(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
            if holds_nul(request.GET) or holds_nul(request.POST):
                raise BadRequest("It holds a character that no text has.")
            return way_to_codes(request) or view(request, *args, **kwargs)

        for_staff = super().admin_view(cast(View, page), cacheable)

        @wraps(view)
        def page_or_text(
            request: HttpRequest, *args: Any, **kwargs: Any
        ) -> HttpResponseBase:
            try:
                end_old_session(request)
                if is_long_form(request) and (
                    request.user.is_anonymous or way_to_codes(request)
                ):
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
        context["may_keep"] = may(request.user, KEEP)
        return super().index(request, context)
