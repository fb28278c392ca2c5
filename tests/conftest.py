from __future__ import annotations

import gc
from collections.abc import Iterator
from datetime import date

import pytest
from django.conf import settings
from django.core.management import call_command
from django.db import connection
from django.db.models import Model
from django.utils import timezone

from facts import guard
from facts.held import readings
from tests.reader import Reader

TODAY = date(2026, 11, 22)

# Each full collection walks through the whole content in memory: a seventh of the time.
gc.set_threshold(100_000, 50, 1000)


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup, django_db_blocker):
    """The site's own content, loaded once; every test's changes are rolled back."""
    with django_db_blocker.unblock():
        call_command("load_content", verbosity=0)


def remove_all_content() -> None:
    """Empty the tables of the content and of its changes."""
    readings.clear()
    from django.apps import apps

    from facts.guard import Guarded

    # The content protects itself, each row and all it rests on; so past every guard.
    for model in apps.get_models():
        if issubclass(model, Guarded):
            model._base_manager.all()._raw_delete(connection.alias)


@pytest.fixture(autouse=True)
def held_as_loaded(monkeypatch) -> Iterator[None]:
    """What is held is what was loaded: a test that writes content reads it anew.

    The number of the edition cannot tell, because each test takes back what it wrote.
    """
    allowed, wrote = guard.require_writing, []

    def require_writing(model: type[Model]) -> None:
        allowed(model)
        wrote.append(model)
        readings.clear()

    monkeypatch.setattr(guard, "require_writing", require_writing)
    yield
    if wrote:
        readings.clear()


@pytest.fixture
def empty(db, held_as_loaded) -> Iterator[None]:
    """A database without content, for tests that make their own."""
    remove_all_content()
    yield
    readings.clear()


@pytest.fixture(autouse=True)
def today(monkeypatch) -> date:
    """Today is the day on which the sources were last read."""
    monkeypatch.setattr(timezone, "localdate", lambda *args: TODAY)
    return TODAY


@pytest.fixture(autouse=True)
def no_number_is_believed(monkeypatch) -> None:
    """A test writes and asks within the moment for which a worker believes an edition."""
    monkeypatch.setattr("facts.edition.known_for", lambda: 0.0)


@pytest.fixture
def client() -> Reader:
    """A visitor without an account."""
    return Reader()


@pytest.fixture
def htmx() -> Reader:
    """A visitor whose browser asks for a part of a page."""
    return Reader(headers={"hx-request": "true"})


@pytest.fixture
def see(client, db):
    """Read a page: its text without tags, spaces folded; fails unless it answers 200."""
    import re

    def text(address: str) -> str:
        response = client.get(address)
        assert response.status_code == 200, address
        words = re.sub(r"<[^>]+>", " ", response.text)
        return re.sub(r"\s+", " ", words)

    return text


@pytest.fixture
def fixtures_copy(tmp_path) -> Iterator:
    """The fixtures in a folder of their own, to be changed."""
    import shutil

    root = tmp_path / "fixtures"
    shutil.copytree(settings.FIXTURES_ROOT, root)
    return root
