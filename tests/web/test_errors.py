"""The answers to what goes wrong, each a page of its own."""

from __future__ import annotations

import logging

import pytest
from django.core.exceptions import PermissionDenied
from django.db import InterfaceError, OperationalError
from django.test import Client, RequestFactory

from web.errors import bad_request, forbidden

pytestmark = pytest.mark.django_db


@pytest.fixture
def quiet(caplog):
    """Fail where anything was logged as an error."""
    yield
    assert [record for record in caplog.records if record.levelno >= logging.ERROR] == []


def test_a_form_sent_from_elsewhere_gets_a_plain_sentence(quiet):
    response = Client(enforce_csrf_checks=True).post("/admin/login/")
    assert response.status_code == 403
    assert "This form has expired" in response.text


@pytest.mark.parametrize(
    "address",
    [
        "/en/chambers/duma/",
        "/en/chambers/parliament/",
        "/en/sources/nothing/",
        "/en/chambers/senate%00/",
        "/en/nowhere/",
        "/nowhere/",
        "/xx/",
    ],
)
def test_an_unknown_address_gets_the_ways_on(client, quiet, address):
    response = client.get(address)
    assert response.status_code == 404
    assert "<h1>Nothing at this address</h1>" in response.text
    assert "/en/chambers/" in response.text


def test_our_own_failure_gets_our_own_page_and_is_logged(client, monkeypatch, caplog):
    def fail(*args):
        raise RuntimeError("on purpose")

    monkeypatch.setattr("parliament.chambers.opening.institutions", fail)
    client.raise_request_exception = False
    response = client.get("/en/")
    assert response.status_code == 500
    assert "Something failed on our side" in response.text
    assert [record.levelno for record in caplog.records] == [logging.ERROR]


@pytest.mark.parametrize("failure", [OperationalError, InterfaceError])
def test_a_database_that_does_not_answer_is_to_be_asked_later(client, monkeypatch, failure):
    def fail(*args):
        raise failure

    monkeypatch.setattr("parliament.chambers.opening.institutions", fail)
    client.raise_request_exception = False
    response = client.get("/en/")
    assert (response.status_code, response.headers["Retry-After"]) == (503, "30")
    assert "Something failed on our side" in response.text


def test_a_host_that_is_not_ours_is_refused_without_an_error_in_the_log(
    client, quiet, settings
):
    settings.ALLOWED_HOSTS = ["localhost"]
    response = client.get("/en/", headers={"host": "evil.example"})
    assert response.status_code == 400


@pytest.mark.parametrize(
    ("answer", "status", "sentence"),
    [
        (bad_request, 400, "We could not understand this request."),
        (forbidden, 403, "You may not do this."),
    ],
)
def test_each_answer_is_a_page_with_a_sentence(answer, status, sentence):
    response = answer(RequestFactory().get("/en/"), PermissionDenied("not for readers"))
    assert response.status_code == status
    assert sentence in response.text
    assert "not for readers" not in response.text


MANY = "&".join(f"p{number}=1" for number in range(1001))


@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("/en/nowhere/", 404),
        (f"/admin/?{'a' * 17_000}", 400),
        (f"/admin/login/?{MANY}", 400),
        ("/en/?on=banana", 400),
        ("/en/chambers/?" + "a" * 3000, 414),
    ],
)
def test_what_a_stranger_asks_wrongly_fills_no_log(client, caplog, address, status):
    assert client.get(address).status_code == status
    assert client.post("/en/").status_code == 405
    assert caplog.records == []


def test_a_form_without_its_token_fills_no_log(caplog):
    assert Client(enforce_csrf_checks=True).post("/admin/login/").status_code == 403
    assert caplog.records == []
