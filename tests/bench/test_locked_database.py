"""Somebody keeps the database from being written to: who only reads waits for nobody."""

from __future__ import annotations

import time
from concurrent.futures import ThreadPoolExecutor

from tests.bench.live_site import Browser, held

READ = ("/en/about/", "/en/changes/", "/healthz", "/en/sources/")
LONG_ENOUGH = 1.0
"""Seconds in which every saver has come as far as the lock."""
SAVERS = 4
"""More than there are workers, so that workers of one thread would all be taken up."""


def test_readers_are_answered_while_savers_wait(site):
    anna, reader = Browser(site, "anna"), Browser(site)
    token = anna.token()
    asked = {"kind": "facts", "key": "hall-rule-4", "aim": "correct"}
    asked["csrfmiddlewaretoken"] = token

    def save():
        return anna.post("/admin/bench/change/begin/", asked)

    with ThreadPoolExecutor(SAVERS) as threads:
        with held("bench_change", SAVERS):
            waiting = [threads.submit(save) for _ in range(SAVERS)]
            end = time.monotonic() + LONG_ENOUGH
            while time.monotonic() < end:
                for address in READ:
                    assert reader.get(address).status == 200
            assert not any(one.done() for one in waiting)
        assert {one.result().status for one in waiting} == {302}
