"""Browsers that somebody logged in with before, told by a cookie of the bench.

A guesser who shares her address, as pupils share that of a school, is slowed apart from
whom the browser is known of. The cookie lets nobody in.
"""

from __future__ import annotations

from django.conf import settings
from django.core import signing
from django.http import HttpRequest, HttpResponse
from django.utils.crypto import get_random_string

from bench.accounts.delays import digest

COOKIE = "known"
LASTS = 180 * 24 * 60 * 60
MOST_NAMES = 5
"""People whom one browser is known of; more share it than may be told apart."""


def known_browser(request: HttpRequest, name: str) -> str:
    """The id of the browser where ``name`` logged in with it before; else empty."""
    browser, names = _told_by(request)
    return browser if digest(name) in names else ""


def remember_browser(request: HttpRequest, response: HttpResponse, name: str) -> None:
    """Let the browser be known of ``name``, who has just logged in."""
    browser, names = _told_by(request)
    newest = [digest(name), *(one for one in names if one != digest(name))]
    told = [browser or get_random_string(22), newest[:MOST_NAMES]]
    response.set_cookie(
        COOKIE,
        signing.dumps(told, salt=COOKIE),
        max_age=LASTS,
        path=settings.SESSION_COOKIE_PATH,
        secure=settings.SESSION_COOKIE_SECURE,
        httponly=True,
        samesite="Lax",
    )


def _told_by(request: HttpRequest) -> tuple[str, list[str]]:
    try:
        browser, names = signing.loads(
            request.COOKIES.get(COOKIE, ""), salt=COOKIE, max_age=LASTS
        )
    except signing.BadSignature:
        return "", []
    return browser, names
