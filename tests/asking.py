"""A WSGI application asked without a server, inside the transaction of a test."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from wsgiref.util import setup_testing_defaults

from django.core.signals import request_finished, request_started
from django.db import close_old_connections


def ask(
    application: Callable[..., Any], path: str = "/en/", query: str = "", **environ: str
) -> tuple[str, dict[str, str], bytes]:
    """Status, headers and bytes of its answer to a GET.

    As in Django's test client, a request closes no connection: on PostgreSQL that would
    end the transaction of the test.
    """
    asked = {"PATH_INFO": path, "QUERY_STRING": query, "HTTP_HOST": "testserver", **environ}
    setup_testing_defaults(asked)
    started: list[tuple[str, list[tuple[str, str]]]] = []
    signals = (request_started, request_finished)
    for signal in signals:
        signal.disconnect(close_old_connections)
    try:
        answer = application(
            asked, lambda status, headers: started.append((status, headers))
        )
        body = b"".join(answer)
        getattr(answer, "close", lambda: None)()
    finally:
        for signal in signals:
            signal.connect(close_old_connections)
    status, headers = started[-1]
    return status, dict(headers), body
