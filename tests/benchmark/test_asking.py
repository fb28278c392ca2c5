from __future__ import annotations

from collections.abc import Iterator
from threading import Thread
from typing import Any
from wsgiref.simple_server import WSGIRequestHandler, make_server

import pytest

from tests.benchmark.asking import Door, at_once, percentile


class Silent(WSGIRequestHandler):
    """A handler that writes no line for each request."""

    def log_message(self, *args: Any) -> None:
        """Nothing."""


def page(environ: dict[str, Any], start_response: Any) -> list[bytes]:
    """A page with a tag; only this one is there."""
    has_it = environ.get("HTTP_IF_NONE_MATCH") == '"a"'
    is_there = environ["PATH_INFO"] == "/here/"
    status = "404 Not Found" if not is_there else "304 Same" if has_it else "200 OK"
    start_response(status, [("ETag", '"a"')])
    return [] if has_it else [b"page"]


@pytest.fixture
def door() -> Iterator[Door]:
    with make_server("127.0.0.1", 0, page, handler_class=Silent) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield Door(server.server_port)
        server.shutdown()


@pytest.mark.parametrize(
    ("times", "share", "expected"),
    [([3, 1, 2], 1, 3), ([3, 1, 2], 0.5, 2), (range(1, 101), 0.95, 95), ([7], 0.01, 7)],
)
def test_the_time_that_so_many_do_not_pass(times, share, expected):
    assert percentile(times, share) == expected


def test_a_page_and_that_it_has_not_changed(door):
    answer = door.ask("/here/")
    assert (answer.status, answer.body, answer.tag) == (200, b"page", '"a"')
    assert door.ask("/here/", answer.tag).status == 304
    with pytest.raises(AssertionError, match="/nothing/ answers 404"):
        door.ask_all(["/here/", "/nothing/"])


def test_everybodys_answers_are_counted(door):
    answers = at_once(door, [["/here/", "/nothing/"]] * 5)
    assert [status for _seconds, status in answers] == [200, 404] * 5
    assert all(seconds > 0 for seconds, _status in answers)
