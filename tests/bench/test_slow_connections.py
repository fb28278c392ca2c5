"""Connections that say nothing, or drop by drop, before the site as it is served."""

from __future__ import annotations

import socket
from contextlib import ExitStack

from tests.bench.live_site import Browser

SILENT = b""
HALF_A_HEAD = b"GET /en/ HTTP/1.1\r\nHost: localhost\r\nX-Slow: "
HALF_A_BODY = (
    b"POST /admin/login/ HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1000\r\n"
    b"Content-Type: application/x-www-form-urlencoded\r\n\r\nusername="
)


def test_fifty_of_them_stop_nobody(site):
    browser = Browser(site)
    browser.get("/healthz")  # each worker makes itself ready with its first request
    with ExitStack() as open_connections:
        for number in range(50):
            connection = socket.create_connection(("127.0.0.1", site.port))
            open_connections.enter_context(connection)
            connection.sendall((SILENT, HALF_A_HEAD, HALF_A_BODY)[number % 3])
        # The server may give some of them up meanwhile; that is its right.
        for _ in range(20):
            assert browser.get("/healthz").status == 200
