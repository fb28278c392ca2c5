"""The health of the site is told to whoever asks."""

from __future__ import annotations

import pytest

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    "host", ["10.0.0.7:8000", "127.0.0.1", "evil.example", "a_b", "a b", "[::1", "..", "-"]
)
def test_it_is_told_by_any_host(client, settings, host):
    settings.ALLOWED_HOSTS = ["shanyraq.kz"]
    settings.SECURE_SSL_REDIRECT = True
    response = client.get("/healthz", headers={"host": host})
    assert (response.status_code, response.text) == (200, "ok\n")
    assert client.get("/robots.txt", headers={"host": host}).status_code == 400


def test_it_is_only_asked_for(client):
    assert client.post("/healthz").status_code == 405
    assert client.head("/healthz").status_code == 200
