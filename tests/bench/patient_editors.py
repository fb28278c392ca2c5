"""Two editors who save on and on while workers and the server are killed."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager

from bench.models import Change
from tests.bench.live_site import ALIAS, Browser, Site, form_of, until

OWN = {"anna": "head-reason_en", "berik": "row-working_en"}
"""The field of the form that each editor has for herself."""


class Patient:
    """An editor who saves on and on, also when nobody answers, until she is told."""

    def __init__(self, site: Site, who: str, address: str) -> None:
        self.site, self.browser, self.address = site, Browser(site, who), address
        self.stored: list[str] = []
        self.lost = 0
        self.is_told = threading.Event()

    def save_on(self) -> None:
        while not self.is_told.is_set():
            try:
                self.save_once()
            except OSError:
                until(self.site.listens, "the site is there again")

    def save_once(self) -> None:
        values = form_of(self.browser.get(self.address).text, "form")
        name = OWN[self.browser.who]
        text = f"After {len(self.stored)} stored and {self.lost} lost ones, {id(self)}."
        try:
            answer = self.browser.post(self.address, values | {name: text})
        except OSError:
            self.lost += 1  # stored or not: nobody told her
            raise
        assert answer.status == 302, answer.text
        self.stored.append(text)


@contextmanager
def saving_on(site: Site, address: str) -> Iterator[Callable[[], None]]:
    """Two editors who save the change at this address until the block ends; then nothing
    that they were told was stored is missing, and nothing is half.

    The block is given a function that waits until both have stored something more.
    """
    change = Change.objects.using(ALIAS).filter(pk=address.split("/")[-3])
    before = change.get().version
    editors = [Patient(site, who, address) for who in OWN]

    def stored_some() -> None:
        goals = [len(editor.stored) + 3 for editor in editors]
        pairs = list(zip(editors, goals, strict=True))

        def is_stored() -> bool:
            return all(len(one.stored) >= goal for one, goal in pairs)

        until(is_stored, "more is saved")

    with ThreadPoolExecutor(2) as pool:
        runs = [pool.submit(editor.save_on) for editor in editors]
        try:
            yield stored_some
        finally:
            for editor in editors:
                editor.is_told.set()
        for run in runs:
            run.result()
    _require_all_stored(change.get(), before, editors)


def _require_all_stored(change: Change, before: int, editors: list[Patient]) -> None:
    saves = list(change.steps.filter(name="save").order_by("pk"))
    assert [step.version for step in saves] == list(range(1, len(saves) + 1))
    assert (change.version, change.block) == (saves[-1].version, saves[-1].written["block"])
    texts = [str(step.written) for step in saves[before:]]
    stored = sum(len(editor.stored) for editor in editors)
    assert stored <= len(texts) <= stored + sum(editor.lost for editor in editors)
    for text in (text for editor in editors for text in editor.stored):
        assert any(text in written for written in texts), text
