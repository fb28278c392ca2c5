"""The number of the edition: who raises it, and who learns of it when."""

from __future__ import annotations

import pytest
from django.core.management import call_command
from django.db import DatabaseError, connection

from facts import edition
from facts.edition import EditionWatch, number_now, raise_edition
from facts.models import Edition

pytestmark = pytest.mark.django_db
BELIEVED = edition.known_for
"""As the site has it: the suite believes no number for any time."""


def test_the_first_edition_begins_with_its_second_and_the_next_follows(monkeypatch):
    Edition.objects.all().delete()
    assert number_now() == 0
    monkeypatch.setattr(edition.time, "time", lambda: 1_795_000_000.5)
    raise_edition()
    raise_edition()
    assert number_now() == Edition.objects.get().number == 1_795_000_001


def test_a_load_begins_an_edition(empty):
    before = number_now()
    call_command("load_content", verbosity=0)
    assert number_now() == before + 1


def test_where_the_database_does_not_answer_nothing_is_known(monkeypatch):
    def fail(*args, **kwargs):
        raise DatabaseError

    monkeypatch.setattr("facts.edition.connection.cursor", fail)
    assert number_now() is None


@pytest.fixture(params=["sqlite", "postgresql"])
def known_for(request, monkeypatch):
    """For how long a number is believed on each database."""
    monkeypatch.setattr(connection, "vendor", request.param)
    monkeypatch.setattr(edition, "known_for", BELIEVED)
    return {"sqlite": 0.05, "postgresql": 1.0}[request.param]


def test_a_number_is_believed_for_a_moment(monkeypatch, known_for):
    clock = [100.0]
    monkeypatch.setattr(connection, "close_if_unusable_or_obsolete", lambda: None)
    monkeypatch.setattr(edition.time, "monotonic", lambda: clock[0])
    watch = EditionWatch()
    before = watch()
    Edition.objects.update(number=before + 1)
    clock[0] += known_for - 0.01
    assert watch() == before
    clock[0] += 0.01
    assert watch() == before + 1


def test_who_publishes_waits_until_every_worker_knows(
    monkeypatch, known_for, django_capture_on_commit_callbacks
):
    waited = []
    monkeypatch.setattr(edition.time, "sleep", waited.append)
    with django_capture_on_commit_callbacks(execute=True):
        raise_edition()
        raise_edition()
    assert waited == [known_for]
