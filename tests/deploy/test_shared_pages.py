"""Pages that machines share, in a real Redis."""

from __future__ import annotations

from datetime import date

import pytest
from redis import Redis

from tests.asking import ask
from tests.deploy.servers import free_port, redis
from tests.web.test_page_cache import Counting, cached
from web.page_shelves import KeptPage
from web.shared_pages import KEPT_FOR, RedisPages

KEY = (1, date(2026, 11, 22), "br", "http", "localhost", "/en/", "", None)
PAGE = KeptPage([("ETag", 'W/"a"'), ("Vary", "Cookie")], b"a\nb\x00\xff", 'W/"a"')


@pytest.fixture
def port(tmp_path):
    port = free_port()
    with redis(tmp_path, port):
        yield port


def pages_at(port, release="release"):
    return RedisPages(f"redis://127.0.0.1:{port}/0", release)


def test_a_page_comes_back_as_it_was_on_another_machine(port):
    pages_at(port).put(KEY, PAGE)
    assert pages_at(port).get(KEY) == PAGE


def test_a_page_is_kept_for_a_day_under_a_short_name(port):
    pages_at(port).put(KEY, PAGE)
    with Redis(port=port) as server:
        [name] = server.keys()
        assert len(name) < 80
        assert 0 < server.ttl(name) <= KEPT_FOR


@pytest.mark.parametrize("place", range(len(KEY)))
def test_another_key_is_another_page(port, place):
    pages_at(port).put(KEY, PAGE)
    other = (*KEY[:place], "other", *KEY[place + 1 :])
    assert pages_at(port).get(other) is None


def test_another_release_has_pages_of_its_own(port):
    pages_at(port).put(KEY, PAGE)
    assert pages_at(port, "the next").get(KEY) is None


def test_a_page_is_made_once_for_two_machines(port):
    application = Counting()
    machines = [cached(application, shared=pages_at(port)) for _ in range(2)]
    assert ask(machines[0]) == ask(machines[1])
    assert application.asked == 1


def test_the_site_goes_on_while_redis_is_gone_and_after_it_is_back(tmp_path, monkeypatch):
    monkeypatch.setattr("web.shared_pages.LEFT_ALONE", 0.0)
    port = free_port()
    with redis(tmp_path, port):
        pages = pages_at(port)
        pages.put(KEY, PAGE)
        assert pages.get(KEY) == PAGE
    assert pages.get(KEY) is None
    application = Counting()
    assert ask(cached(application, shared=pages))[2] == b"answer 1"
    with redis(tmp_path, port):
        assert pages.get(KEY) is None
        pages.put(KEY, PAGE)
        assert pages.get(KEY) == PAGE


def test_redis_that_is_full_keeps_nothing_and_breaks_nothing(port):
    with Redis(port=port) as server:
        server.config_set("maxmemory", "1")
    pages = pages_at(port)
    pages.put(KEY, PAGE)
    assert pages.get(KEY) is None
