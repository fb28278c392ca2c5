"""What every public page has in common: what it refuses, and how it says so."""

from __future__ import annotations

import logging

import pytest
from django.test import Client

pytestmark = pytest.mark.django_db

PAGES = [
    "/en/",
    "/en/chambers/",
    "/en/chambers/senate/",
    "/en/sources/",
    "/en/sources/senate-article/",
    "/en/styleguide/",
]
BAD = ["banana", "2023-02-30", "99999-01-01", "1899-12-31", "%00", "%FF%FE", "a" * 1000]


@pytest.fixture
def quiet(caplog):
    """Fail where anything was logged as an error."""
    yield
    assert [record for record in caplog.records if record.levelno >= logging.ERROR] == []


@pytest.mark.parametrize("address", PAGES)
@pytest.mark.parametrize("on", BAD)
def test_a_bad_date_gets_a_sentence_and_the_field(client, quiet, address, on):
    response = client.get(f"{address}?on={on}")
    assert response.status_code == 400
    assert 'id="on-error"' in response.text
    assert f'action="{address}"' in response.text
    assert 'aria-invalid="true"' in response.text


def test_htmx_gets_the_same_as_the_part_of_the_page(client, htmx):
    whole = client.get("/en/chambers/senate/?on=banana")
    part = htmx.get("/en/chambers/senate/?on=banana")
    assert part.status_code == 400
    assert part.text in whole.text
    assert part.text.startswith('<div id="dated"')


def test_what_was_typed_is_escaped(client):
    response = client.get("/en/?on=%22%3E%3Cscript%3E")
    assert "<script>" not in response.text.replace("<script src=", "")


@pytest.mark.parametrize(
    "address", [*PAGES, "/en/?on=2007", "/healthz", "/robots.txt", "/"]
)
@pytest.mark.parametrize("method", ["post", "put", "delete", "patch"])
def test_nothing_can_be_sent_to_a_page(quiet, address, method):
    response = getattr(Client(enforce_csrf_checks=True), method)(address)
    assert response.status_code == 405
    assert "GET" in response.headers["Allow"]


def test_a_post_gets_a_plain_sentence(client):
    response = client.post("/en/")
    assert "nothing can be sent to it" in response.text


@pytest.mark.parametrize("query", ["on=" + "2" * 10_000, "x=" + "y" * 10_000])
def test_ten_kilobytes_of_query_are_too_long(client, quiet, query):
    response = client.get(f"/en/chambers/?{query}")
    assert response.status_code == 414
    assert "too long" in response.text


@pytest.mark.parametrize("address", PAGES)
def test_parameters_that_a_page_does_not_know_are_ignored(client, address):
    plain = client.get(address)
    marked = client.get(f"{address}?utm_source=x")
    assert marked.status_code == 200
    assert marked.text == plain.text


def test_the_canonical_address_keeps_the_day_alone(client):
    response = client.get("/en/chambers/senate/?utm_source=x&on=2007")
    canonical = (
        '<link rel="canonical" href="http://testserver/en/chambers/senate/?on=2007-12-31">'
    )
    assert canonical in response.text


@pytest.mark.parametrize("address", PAGES)
def test_public_pages_set_no_cookie_and_vary_on_none(client, address):
    response = client.get(address)
    assert not response.cookies
    assert "Cookie" not in response.headers["Vary"]
    assert response.headers["Cache-Control"] == "public, no-cache"


@pytest.mark.parametrize("address", PAGES)
def test_a_page_that_did_not_change_is_not_sent_again(client, address):
    tag = client.get(address).headers["ETag"]
    again = client.get(address, headers={"if-none-match": tag})
    assert again.status_code == 304
    assert again.content == b""
