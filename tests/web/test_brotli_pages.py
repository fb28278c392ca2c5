"""Public pages in brotli, and everything else as Django has it."""

from __future__ import annotations

import brotli
import pytest

pytestmark = pytest.mark.django_db
BROWSER = {"accept-encoding": "gzip, deflate, br, zstd"}


def test_a_public_page_is_sent_in_brotli(client):
    plain = client.get("/en/about/")
    response = client.get("/en/about/", headers=BROWSER)
    assert response.headers["Content-Encoding"] == "br"
    assert int(response.headers["Content-Length"]) == len(response.content)
    assert brotli.decompress(response.content) == plain.content
    assert "Accept-Encoding" in response.headers["Vary"]
    assert response.headers["ETag"] == f"W/{plain.headers['ETag']}"


def test_who_has_a_page_in_brotli_gets_304(client):
    tag = client.get("/en/about/", headers=BROWSER).headers["ETag"]
    again = client.get("/en/about/", headers={**BROWSER, "if-none-match": tag})
    assert (again.status_code, again.content) == (304, b"")


@pytest.mark.parametrize("accepted", ["gzip", "gzip, br;q=0", "br;q=0.5, gzip"])
def test_who_asks_for_gzip_gets_gzip(client, accepted):
    response = client.get("/en/about/", headers={"accept-encoding": accepted})
    assert response.headers["Content-Encoding"] == "gzip"


def test_the_bench_is_not_sent_in_brotli(client):
    response = client.get("/admin/login/", headers=BROWSER)
    assert response.headers["Content-Encoding"] == "gzip"
