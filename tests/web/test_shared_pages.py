"""Redis that does not answer: it costs one page a moment, and no other anything."""

from __future__ import annotations

import logging
import socket
from datetime import date

import pytest

from web import shared_pages
from web.page_shelves import KeptPage
from web.shared_pages import LEFT_ALONE, RedisPages

KEY = (1, date(2026, 11, 22), "br", "http")
PAGE = KeptPage([("ETag", '"a"')], b"page", '"a"')


@pytest.fixture
def silent():
    """A port that takes connections and never answers."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.settimeout(0.01)
        yield server


@pytest.fixture
def clock(monkeypatch):
    time = [1000.0]
    monkeypatch.setattr(shared_pages.time, "monotonic", lambda: time[0])
    return time


def connections(server):
    """How many connections came since this was asked last."""
    count = 0
    while True:
        try:
            server.accept()[0].close()
        except TimeoutError:
            return count
        count += 1


def pages_at(server):
    return RedisPages(f"redis://127.0.0.1:{server.getsockname()[1]}/0", "release")


def test_it_is_asked_once_and_then_left_alone(silent, clock):
    pages = pages_at(silent)
    for _ in range(20):
        assert pages.get(KEY) is None
        pages.put(KEY, PAGE)
    assert connections(silent) == 1


def test_one_page_tries_again_after_a_while(silent, clock):
    pages = pages_at(silent)
    pages.get(KEY)
    connections(silent)
    clock[0] += LEFT_ALONE
    for _ in range(20):
        pages.get(KEY)
    assert connections(silent) == 1


def test_it_is_told_once(silent, clock, caplog):
    caplog.set_level(logging.WARNING)
    pages = pages_at(silent)
    for _ in range(3):
        pages.get(KEY)
        clock[0] += LEFT_ALONE
    assert len(caplog.records) == 1
    assert "Redis does not answer" in caplog.text


def test_a_port_where_nothing_listens_is_no_failure():
    with socket.create_server(("127.0.0.1", 0)) as server:
        pages = pages_at(server)
    assert pages.get(KEY) is None
    pages.put(KEY, PAGE)
