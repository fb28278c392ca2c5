from __future__ import annotations

import logging
from io import StringIO

import pytest


@pytest.fixture
def log():
    """The handler of the site, with all that it writes."""
    handlers = logging.getLogger().handlers
    (console,) = (one for one in handlers if one.get_name() == "console")
    before = console.setStream(written := StringIO())
    yield written
    console.setStream(before)


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("address", "body", "kind", "status"),
    [
        ("/admin/login/", b"x", "multipart/form-data", 400),
        ("/admin/login/", b"a&" * 1001, "application/x-www-form-urlencoded", 400),
        ("/admin/?" + '"' * 6000, b"", "text/plain", 400),
    ],
)
def test_a_refused_request_is_one_line_of_the_log(client, log, address, body, kind, status):
    answer = client.generic("POST" if body else "GET", address, body, content_type=kind)
    assert answer.status_code == status
    lines = log.getvalue().splitlines()
    assert all(" WARNING django" in line for line in lines), lines
    assert 1 <= len(lines) <= 2


@pytest.mark.django_db
def test_a_fault_of_the_site_keeps_its_traceback(client, log, monkeypatch):
    def fail(*args, **kwargs):
        raise ZeroDivisionError("a fault")

    monkeypatch.setattr("pages.views.home.opening", fail)
    client.raise_request_exception = False
    assert client.get("/en/").status_code == 500
    assert " ERROR django" in log.getvalue()
    assert "ZeroDivisionError: a fault" in log.getvalue()
