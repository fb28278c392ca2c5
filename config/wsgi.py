"""The WSGI entry that gunicorn serves."""

from __future__ import annotations

import os
from typing import Any

import django
from django.conf import settings
from django.core.handlers.wsgi import WSGIHandler, WSGIRequest
from django.urls import reverse
from django.utils.http import parse_header_parameters

from config.release import release_of
from web.page_cache import Application, PageCache
from web.shared_pages import RedisPages

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")


class Utf8Request(WSGIRequest):
    """A request read as UTF-8, whatever charset it names.

    Django takes the charset before any middleware runs, and reads the query by it at
    once: one header of a stranger (``charset=rot13``, or any charset and too many
    parameters) would be a failure of the server that no page answers.
    """

    def _set_content_type_params(self, meta: dict[str, Any]) -> None:
        self.content_type, self.content_params = parse_header_parameters(
            meta.get("CONTENT_TYPE", "")
        )


class Utf8Handler(WSGIHandler):
    """Django's handler, with requests that are read as UTF-8."""

    request_class = Utf8Request


django.setup(set_prefix=False)

# There are models only after that.
from facts.edition import EditionWatch, number_now  # noqa: E402
from facts.moments import days_of_moments  # noqa: E402
from facts.turns import Turns  # noqa: E402

application: Application = Utf8Handler()
if settings.PAGE_CACHE_BYTES:
    # How a page looks depends on the site's own address too: see SITE_URL.
    release = f"{release_of(settings.BASE_DIR)} {settings.SITE_URL}"
    application = PageCache(
        application,
        EditionWatch(),
        number_now,
        settings.PAGE_CACHE_BYTES,
        beside=(settings.STATIC_URL, reverse("admin:index")),
        moments=days_of_moments,
        turn=Turns().of,
        shared=RedisPages(settings.CACHE_URL, release) if settings.CACHE_URL else None,
    )
