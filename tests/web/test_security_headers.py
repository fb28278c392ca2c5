"""The security headers of every answer."""

from __future__ import annotations

import pytest
from django.http import HttpResponse
from django.test import RequestFactory

from web.security_headers import HEADERS, isolation_headers

pytestmark = pytest.mark.django_db

ADDRESSES = [
    "/en/",
    "/en/chambers/",
    "/en/chambers/senate/",
    "/en/sources/",
    "/en/sources/senate-article/",
    "/en/styleguide/",
    "/en/nowhere/",
    "/healthz",
    "/en/?on=banana",
]


@pytest.mark.parametrize("address", ADDRESSES)
def test_every_answer_carries_the_security_headers(client, address):
    headers = client.get(address).headers
    policy = headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["X-Frame-Options"] == "DENY"
    assert headers["Referrer-Policy"] == "same-origin"
    assert headers["Cross-Origin-Opener-Policy"] == "same-origin"
    assert headers["Cross-Origin-Resource-Policy"] == "same-origin"
    assert headers["Cross-Origin-Embedder-Policy"] == "require-corp"
    assert "camera=()" in headers["Permissions-Policy"]


def test_hsts_is_told_over_https_only(client):
    assert "Strict-Transport-Security" not in client.get("/en/").headers
    secure = client.get("/en/", secure=True)
    assert "max-age=63072000" in secure.headers["Strict-Transport-Security"]


def test_a_stranger_cannot_say_that_it_is_https(client):
    told = client.get("/en/", headers={"x-forwarded-proto": "https"})
    assert "Strict-Transport-Security" not in told.headers


def test_an_answer_may_set_a_header_itself():
    name = "Cross-Origin-Resource-Policy"
    own = HttpResponse(headers={name: "cross-origin"})
    response = isolation_headers(lambda request: own)(RequestFactory().get("/"))
    assert response.headers[name] == "cross-origin"
    assert HEADERS.keys() <= dict(response.headers).keys()
