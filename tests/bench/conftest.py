from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from datetime import datetime
from typing import Any

import pytest
from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.contrib.auth.models import Group, User
from django.contrib.sessions.backends.db import SessionStore
from django.test import Client
from django.utils import timezone
from django_otp import DEVICE_ID_SESSION_KEY
from django_otp.plugins.otp_totp.models import TOTPDevice

from bench.accounts.codes import must_have_codes
from tests.bench.live_site import Site, looking_into, running_site


def person(name: str, group: str = "") -> User:
    """Somebody of the staff, in a group of the bench or in none."""
    user = User.objects.create_user(name, is_staff=True)
    if group:
        user.groups.add(Group.objects.get(name=group))
    return user


def logged_in(user: User, **options: Any) -> Client:
    """A browser of hers, past the log-in; past codes, where she must have them."""
    session = SessionStore()  # Django's own way asks the database six times more
    session[SESSION_KEY] = str(user.pk)
    session[BACKEND_SESSION_KEY] = settings.AUTHENTICATION_BACKENDS[0]
    session[HASH_SESSION_KEY] = user.get_session_auth_hash()
    if must_have_codes(user):
        device, _ = TOTPDevice.objects.get_or_create(user=user, name="app")
        session[DEVICE_ID_SESSION_KEY] = device.persistent_id
    session.create()
    client = Client(**options)
    client.cookies[settings.SESSION_COOKIE_NAME] = session.session_key
    return client


@pytest.fixture
def editor(db) -> User:
    return person("editor", "Editors")


@pytest.fixture
def reviewer(db) -> User:
    return person("reviewer", "Reviewers")


@pytest.fixture
def at_editor(editor) -> Client:
    """The editor's browser."""
    return logged_in(editor)


@pytest.fixture
def at_reviewer(reviewer) -> Client:
    """The reviewer's browser."""
    return logged_in(reviewer)


localdate = timezone.localdate  # as Django has it; the suite's own stands still


@pytest.fixture
def set_clock(monkeypatch) -> Callable[[datetime], None]:
    """Set the clock, as every part of the site reads it."""

    def set_to(moment: datetime) -> None:
        monkeypatch.setattr(timezone, "localdate", localdate)
        monkeypatch.setattr(timezone, "now", lambda: moment)

    return set_to


@pytest.fixture(scope="session")
def running(tmp_path_factory, django_db_blocker) -> Iterator[Site]:
    """The site as it runs; started once for all tests that ask for it."""
    with ExitStack() as stack:
        with django_db_blocker.unblock():
            site = stack.enter_context(running_site(tmp_path_factory.mktemp("own")))
        yield site


@pytest.fixture
def site(running, django_db_blocker) -> Iterator[Site]:
    """The running site, and a look into its database: ``.using(ALIAS)``."""
    look = looking_into(running.url)
    with running.without_errors(), django_db_blocker.unblock(), look:
        yield running
