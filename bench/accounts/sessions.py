"""When a session of the bench ends, however busy the browser is."""

from __future__ import annotations

from datetime import timedelta

from django.contrib.auth import logout
from django.http import HttpRequest
from django.urls import Resolver404, resolve

from web.clock import now

LONGEST_SESSION = timedelta(hours=12)
LONGEST_PAUSE = timedelta(hours=2)
"""How long a session lasts in which nobody asks for anything."""
SEEN_EVERY = timedelta(minutes=1)
"""How exactly that is kept: each note of it is written."""
BEGAN, SEEN = "began", "seen"
NOBODY_ASKED = "bench_visit"
"""What an open form asks by itself, with nobody before it."""


def end_old_session(request: HttpRequest) -> None:
    """Log out whose session is too old, or lay unused for too long."""
    if request.user.is_authenticated and _has_ended(request):
        logout(request)


def _has_ended(request: HttpRequest) -> bool:
    """Whether the session of this request is over; if not, note that it is used."""
    session, moment = request.session, now().timestamp()
    age: float = moment - session.setdefault(BEGAN, moment)
    pause: float = moment - session.setdefault(SEEN, moment)
    if pause > SEEN_EVERY.total_seconds() and not _asks_by_itself(request):
        session[SEEN] = moment
    is_old = age > LONGEST_SESSION.total_seconds()
    return is_old or pause > LONGEST_PAUSE.total_seconds()


def _asks_by_itself(request: HttpRequest) -> bool:
    try:
        return resolve(request.path_info).url_name == NOBODY_ASKED
    except Resolver404:
        return False
