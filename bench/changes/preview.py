"""A public page as it will be when a change is published: written, shown, taken back."""

from __future__ import annotations

import copy
from dataclasses import dataclass
from datetime import date

from django.contrib.auth.models import AnonymousUser
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import Resolver404, resolve, reverse

from bench.changes.applying import apply_change
from bench.models import Change
from content.serialisers import SERIALISERS
from content.usage import PageUsage, pages_that_show
from facts.guard import alone
from web.on import last_day


@dataclass(frozen=True)
class Preview:
    """What a page needs to say that it is a preview."""

    title: str
    address: str
    back: str
    pages: list[PageUsage]


def preview_page(
    request: HttpRequest, change: Change, page: str, today: date
) -> HttpResponse:
    """The public page at the path ``page`` as readers will see it.

    The change is written in a transaction that is always rolled back. Raises ``Http404``
    where there is no such public page, and ``ContentError`` where the change cannot be
    written.
    """
    with alone():
        apply_change(change)
        response = _render_for_reader(request, change, f"/{page}", today)
        transaction.set_rollback(True)
    response.headers["Cache-Control"] = "no-store"
    return response


def previews_of(change: Change, today: date) -> list[PageUsage]:
    """The previews of the pages that show the target of the change, and of the first
    page. Raises ``ContentError`` where the change cannot be written."""
    with alone():
        apply_change(change)
        previews = _previews_once_written(change, today)
        transaction.set_rollback(True)
    return previews


def _previews_once_written(change: Change, today: date) -> list[PageUsage]:
    row = SERIALISERS[change.kind].model._default_manager.get(key=change.key)
    start = getattr(row, "start_latest", None)
    pages = [*pages_that_show(row, today), PageUsage("Shanyraq", reverse("pages:home"))]
    previews = []
    for page in pages:
        path, _mark, query = page.address.partition("?")
        if not query and start and today < start <= last_day(today):
            query = f"on={start}"  # a value that begins in days to come
        address = preview_address(change, path) + (f"?{query}" if query else "")
        previews.append(PageUsage(page.title, address))
    return previews


def preview_address(change: Change, path: str) -> str:
    """Where the preview of the public page at ``path`` stands."""
    return reverse("admin:bench_page", args=[change.pk, path.lstrip("/")])


def _render_for_reader(
    request: HttpRequest, change: Change, path: str, today: date
) -> HttpResponse:
    try:
        match = resolve(path)
    except Resolver404 as error:
        raise Http404 from error
    if "admin" in match.namespaces:
        raise Http404
    shown = copy.copy(request)
    shown.path = shown.path_info = path
    shown.resolver_match = match
    shown.user = AnonymousUser()
    back = reverse("admin:bench_change_change", args=[change.pk])
    shown.preview = Preview(  # type: ignore[attr-defined]
        str(change),
        preview_address(change, path),
        back,
        _previews_once_written(change, today),
    )
    return match.func(shown, *match.args, **match.kwargs)  # type: ignore[no-any-return]
