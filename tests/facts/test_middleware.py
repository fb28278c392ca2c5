"""Requests share what was read of an edition, and read the next one anew."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from facts import guard
from facts.edition import raise_edition
from facts.held import readings
from facts.models import Subject

pytestmark = pytest.mark.django_db

GLOSSARY = "/en/glossary/"


def queries_of(client, address):
    with CaptureQueriesContext(connection) as found:
        client.get(address)
    return len(found)


def test_a_second_request_asks_for_the_number_of_the_edition_alone(client):
    readings.clear()
    assert queries_of(client, GLOSSARY) > 2
    assert queries_of(client, GLOSSARY) == 1
    raise_edition()
    assert queries_of(client, GLOSSARY) > 2


def test_a_published_name_is_read(client, monkeypatch):
    monkeypatch.setattr(guard, "require_writing", lambda model: None)  # nothing cleared
    term = Subject.objects.get(key="term-quorum")
    assert ">quorum<" in client.get(GLOSSARY).text
    Subject.objects.filter(pk=term.pk).update(name_en="kworum")
    assert ">quorum<" in client.get(GLOSSARY).text
    raise_edition()
    assert ">kworum<" in client.get(GLOSSARY).text
    readings.clear()


def test_without_a_number_nothing_is_held(client, monkeypatch):
    monkeypatch.setattr("facts.edition.number_now", lambda: None)
    readings.clear()
    assert queries_of(client, GLOSSARY) > 1
    assert queries_of(client, GLOSSARY) > 1
    assert readings.rows == 0
