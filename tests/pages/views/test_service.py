from __future__ import annotations

from urllib.parse import urlsplit
from xml.etree import ElementTree

import pytest
from django.db import DatabaseError
from django.urls import resolve

pytestmark = pytest.mark.django_db


def test_the_first_page_is_found_from_the_root(client):
    response = client.get("/")
    assert response.status_code == 302
    assert response.headers["Location"] == "/en/"


def test_healthz_is_well(client):
    response = client.get("/healthz")
    assert (response.status_code, response.text) == (200, "ok\n")
    assert "no-store" in response.headers["Cache-Control"]


def test_healthz_sees_a_database_that_does_not_answer(client, monkeypatch):
    def fail(*args, **kwargs):
        raise DatabaseError

    monkeypatch.setattr("pages.views.service.connection.cursor", fail)
    assert client.get("/healthz").status_code == 503


def test_robots_are_told_where_the_map_is(client):
    lines = client.get("/robots.txt").text.splitlines()
    assert "Disallow: /admin/" in lines
    assert "Sitemap: http://testserver/sitemap.xml" in lines


def test_the_sitemap_names_every_page_once(client):
    tree = ElementTree.fromstring(client.get("/sitemap.xml").content)  # noqa: S314 - our own
    places = [
        place.text
        for place in tree.iter("{http://www.sitemaps.org/schemas/sitemap/0.9}loc")
    ]
    assert len(places) == len(set(places)) > 90
    assert "http://testserver/en/changes/" in places
    for place in places:
        resolve(urlsplit(place).path)
    for place in places[::40]:
        assert client.get(place.removeprefix("http://testserver")).status_code == 200
