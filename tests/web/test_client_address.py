from __future__ import annotations

import pytest

from web.client_address import UNKNOWN, client_address


@pytest.mark.parametrize(
    ("there", "passed_on", "proxies", "expected"),
    [
        ("192.0.2.1", "", 0, "192.0.2.1"),
        ("192.0.2.1", "198.51.100.7", 0, "192.0.2.1"),  # anybody can send that header
        ("127.0.0.1", "198.51.100.7", 1, "198.51.100.7"),
        ("127.0.0.1", "203.0.113.9, 198.51.100.7", 1, "198.51.100.7"),
        ("127.0.0.1", "203.0.113.9, 198.51.100.7", 2, "203.0.113.9"),
        ("127.0.0.1", "", 1, "127.0.0.1"),
        ("2001:db8:1:2:3:4:5:6", "", 0, "2001:db8:1:2::/64"),
        ("::ffff:192.0.2.1", "", 0, "192.0.2.1"),
        ("127.0.0.1", "no address", 1, UNKNOWN),
        ("", "", 0, UNKNOWN),
    ],
)
def test_where_a_request_comes_from(rf, settings, there, passed_on, proxies, expected):
    settings.PROXIES = proxies
    headers = {"x-forwarded-for": passed_on} if passed_on else {}
    assert client_address(rf.get("/", headers=headers, REMOTE_ADDR=there)) == expected
