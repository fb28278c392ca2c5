from __future__ import annotations

import pytest
from django.db import DatabaseError, connection
from django.db.migrations.recorder import MigrationRecorder

pytestmark = pytest.mark.django_db


def test_the_first_page_is_found_from_the_root(client):
    response = client.get("/")
    assert response.status_code == 302
    assert response.headers["Location"] == "/en/"


def test_the_first_page_keeps_the_date(client):
    response = client.get("/?on=2007-08-29")
    assert response.headers["Location"] == "/en/?on=2007-08-29"
    assert client.get("/?on=banana").status_code == 400
    assert client.get("/?on=" + "1" * 3000).status_code == 414
    assert client.post("/").status_code == 405


def test_healthz_is_well(client):
    response = client.get("/healthz")
    assert (response.status_code, response.text) == (200, "ok\n")
    assert "no-store" in response.headers["Cache-Control"]


def test_healthz_sees_a_database_that_does_not_answer(client, monkeypatch):
    def fail(*args, **kwargs):
        raise DatabaseError

    monkeypatch.setattr("pages.views.service.connection.cursor", fail)
    assert client.get("/healthz").status_code == 503


def test_healthz_sees_that_the_content_is_missing(client, empty):
    response = client.get("/healthz")
    assert (response.status_code, response.text) == (503, "content is missing\n")


def test_healthz_sees_that_a_migration_is_missing(client):
    MigrationRecorder(connection).record_unapplied("facts", "0001_initial")
    response = client.get("/healthz")
    assert (response.status_code, response.text) == (503, "migrations are missing\n")


def test_healthz_is_not_sent_on_to_https(client, settings):
    settings.SECURE_SSL_REDIRECT = True
    assert client.get("/healthz").status_code == 200
    assert client.get("/en/about/").status_code == 301


def test_robots_are_told_where_the_map_is(client):
    lines = client.get("/robots.txt").text.splitlines()
    assert "Disallow: /admin/" in lines
    assert "Sitemap: http://testserver/sitemap.xml" in lines
