"""The number of the edition: who raises it, and who learns of it when."""

from __future__ import annotations

import pytest
from django.core.management import call_command
from django.db import DatabaseError, connection

from facts import edition
from facts.edition import EditionWatch, number_now, raise_edition
from facts.models import Edition

pytestmark = pytest.mark.django_db


def test_the_first_edition_begins_and_the_next_follows():
    Edition.objects.all().delete()
    assert number_now() == 0
    raise_edition()
    raise_edition()
    assert number_now() == Edition.objects.get().number == 2


def test_a_load_begins_an_edition():
    before = number_now()
    call_command("load_content", verbosity=0)
    assert number_now() == before + 1


def test_where_the_database_does_not_answer_nothing_is_known(monkeypatch):
    def fail(*args, **kwargs):
        raise DatabaseError

    monkeypatch.setattr("facts.edition.connection.cursor", fail)
    assert number_now() is None


def test_sqlite_is_asked_each_time(monkeypatch):
    monkeypatch.setattr(connection, "vendor", "sqlite")
    watch = EditionWatch()
    before = watch()
    raise_edition()
    assert watch() == before + 1


def test_elsewhere_a_number_is_believed_for_a_second(monkeypatch):
    clock = [100.0]
    monkeypatch.setattr(connection, "vendor", "postgresql")
    monkeypatch.setattr(connection, "close_if_unusable_or_obsolete", lambda: None)
    monkeypatch.setattr(edition.time, "monotonic", lambda: clock[0])
    watch = EditionWatch()
    before = watch()
    Edition.objects.update(number=before + 1)
    clock[0] += edition.KNOWN_FOR - 0.01
    assert watch() == before
    clock[0] += 0.01
    assert watch() == before + 1


def test_elsewhere_who_publishes_waits_until_every_worker_knows(
    monkeypatch, django_capture_on_commit_callbacks
):
    waited = []
    monkeypatch.setattr(connection, "vendor", "postgresql")
    monkeypatch.setattr(edition.time, "sleep", waited.append)
    with django_capture_on_commit_callbacks(execute=True):
        raise_edition()
        raise_edition()
    assert waited == [edition.KNOWN_FOR]
