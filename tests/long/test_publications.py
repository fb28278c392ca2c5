"""Two hundred publications while visitors ask: nobody is shown what was before."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager

from tests.bench.live_site import Browser, Site
from tests.long.parts import parts

KEY = "hall-rule-4"
ASKED = 8
"""Requests after each publication: so many that each of two workers answers some."""
PAGES = ("/en/", "/en/changes/", "/en/timeline/", "/en/about/")


@contextmanager
def visitors(site: Site) -> Iterator[None]:
    """Four visitors who ask for one page after the other until the block ends."""
    is_over = threading.Event()

    def visit(_number: int) -> None:
        browser = Browser(site)
        while not is_over.is_set():
            for page in PAGES:
                assert browser.get(page).status == 200

    with ThreadPoolExecutor(4) as pool:
        runs = [pool.submit(visit, number) for number in range(4)]
        try:
            yield
        finally:
            is_over.set()
        for run in runs:
            run.result()


@parts("publications", whole=200, each=10)
def test_no_publication_is_late(part, site):
    anna, vera, reader = Browser(site, "anna"), Browser(site, "vera"), Browser(site)
    with visitors(site):
        for number in range(part.each):
            change = anna.begin(KEY)
            sentence = f"The use of number {part.number}-{number}."
            anna.send(change, **{"row-sentence_en": sentence})
            vera.approve(change)
            for _ in range(ASKED):
                assert sentence in reader.get("/en/changes/").text
