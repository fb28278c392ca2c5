"""Two editors save one fact a hundred times each, at once, before the site as it runs."""

from __future__ import annotations

import json
import re
import threading
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from threading import BrokenBarrierError

from django.core import signing

from bench.changes.states import ChangeState
from bench.models import Change, Step
from bench.views.merge import SEAL
from facts.models import Fact
from tests.bench.live_site import ALIAS, WAIT, Browser, at_once, form_of
from tests.bench.patient_editors import OWN, saving_on

TIMES = 100
SAME = "row-act_en"


def texts_of(written):
    """A stored draft, by the names of the form's fields; empty ones left out."""
    block = {f"row-{name}": text for name, text in written["block"].items()}
    head = {f"head-{name}": written[name] for name in ("reason_en", "publish_on")}
    return {name: text for name, text in {**block, **head}.items() if text}


def merged(base, mine, theirs):
    """What two edits of the same text come to where they do not collide."""
    texts = {
        name: (theirs if mine.get(name) == base.get(name) else mine).get(name)
        for name in {*base, *mine, *theirs}
    }
    return {name: text for name, text in texts.items() if text}


@dataclass
class Stored:
    """A save that was answered as stored: the version it built on, and what was typed."""

    version: int
    typed: dict[str, str]


@dataclass
class Editor:
    """Somebody who saves again and again, and what she was answered."""

    browser: Browser
    address: str
    together: threading.Barrier
    stored: list[Stored] = field(default_factory=list)
    collisions: int = 0

    def save_often(self) -> None:
        """Open the form, fill one field and send it, so many times."""
        try:
            for n in range(TIMES):
                values = form_of(self.browser.get(self.address).text, "form")
                typed = self.typed(n)
                if n % 10 < 6:  # so often, both have surely started from one version
                    self.together.wait()
                answer = self.browser.post(self.address, values | typed)
                self.take(answer, int(values["version"]), typed, n)
        except BaseException:
            self.together.abort()
            raise

    def typed(self, n):
        """One field of the form as she fills it this time: half of the time, the field
        that the other one fills too."""
        name = SAME if n % 2 else OWN[self.browser.who]
        return {name: "" if n % 20 == 8 else f"{self.browser.who} writes {n}."}

    def take(self, answer, version, typed, n):
        """Only two answers are right: it is stored, or here are both texts to choose."""
        if answer.status == 302:
            assert answer.place == self.address
            self.stored.append(Stored(version, typed))
            return
        assert answer.status == 409, (answer.status, answer.text)
        self.collisions += 1
        if typed:  # else she let the other's text be, and that one changed again
            assert typed[SAME] in answer.text
            assert set(re.findall(r"(\w+) writes \d+\.", answer.text)) == set(OWN)
        values = form_of(answer.text, "")
        choice = "theirs" if n % 4 == 1 else "mine"
        self.take(
            self.browser.post(
                self.address.removesuffix("change/") + "merge/",
                values | {"choice-0": choice},
            ),
            signing.loads(values["sealed"], salt=SEAL)["version"],
            typed if choice == "mine" else {},
            n,
        )


def everything_both_saved(site, key):
    """Two editors who have saved the change of one fact at once, ``TIMES`` times each."""
    address = Browser(site, "vera").begin(key)
    together = threading.Barrier(2, timeout=WAIT)
    editors = [Editor(Browser(site, who), address, together) for who in OWN]
    with ThreadPoolExecutor(2) as pool:
        runs = [pool.submit(editor.save_often) for editor in editors]
    errors = [error for run in runs if (error := run.exception())]
    # Who only waited for the other one has nothing to tell.
    for error in sorted(errors, key=lambda one: isinstance(one, BrokenBarrierError)):
        raise error
    return editors


def test_two_editors_save_one_fact_a_hundred_times_each(site):
    key = "hall-custom"
    fact = Fact.objects.using(ALIAS).filter(key=key)
    before = fact.values().get()
    editors = everything_both_saved(site, key)
    saves = Step.objects.using(ALIAS).filter(change__key=key, name="save")
    steps = list(saves.select_related("who").order_by("pk"))
    assert [step.version for step in steps] == list(range(1, len(steps) + 1))
    assert len(steps) == 1 + sum(len(editor.stored) for editor in editors)
    texts = {step.version: texts_of(step.written) for step in steps}
    n_merged = 0
    for editor in editors:
        assert len(editor.stored) == TIMES
        hers = [step for step in steps[1:] if step.who.username == editor.browser.who]
        for step, stored in zip(hers, editor.stored, strict=True):
            now, last, base = (
                texts[n] for n in (step.version, step.version - 1, stored.version)
            )
            # Just what she typed, in all that the other one had stored before her.
            assert now == merged(base, {**base, **stored.typed}, last)
            changed = {name for name in {*now, *last} if now.get(name) != last.get(name)}
            assert changed <= set(stored.typed)
            n_merged += stored.version < step.version - 1
    # Each of these happened often, or the test has shown nothing.
    assert n_merged >= TIMES * 3 / 10
    assert sum(editor.collisions for editor in editors) >= TIMES * 3 / 10
    change = Change.objects.using(ALIAS).get(key=key)
    assert (change.version, change.block) == (steps[-1].version, steps[-1].written["block"])
    assert fact.values().get() == before


def test_two_who_begin_at_once_begin_the_same_change(site):
    anna, berik = Browser(site, "anna"), Browser(site, "berik")
    one, other = at_once(
        "bench_change",
        lambda: anna.begin("hall-rule-1"),
        lambda: berik.begin("hall-rule-1"),
    )
    assert one == other


def approved_at_once(site, *addresses):
    """The states of two changes which two reviewers have approved at once."""
    veras = [Browser(site, "vera") for _ in addresses]
    at_once(
        "facts_fact",
        *(
            lambda vera=vera, address=address: vera.approve(address)
            for vera, address in zip(veras, addresses, strict=True)
        ),
    )
    found = [
        Change.objects.using(ALIAS).get(pk=address.split("/")[-3]) for address in addresses
    ]
    # The later one was refused, and waits for its reviewer as before.
    assert {change.state for change in found} == {ChangeState.PUBLISHED, ChangeState.REVIEW}
    return found


def test_who_corrects_what_a_new_value_ends_is_led_to_it(site):
    anna, berik = Browser(site, "anna"), Browser(site, "berik")
    new_value = anna.begin("hall-rule-2", "replace")
    assert berik.begin("hall-rule-2") == new_value


def test_two_values_of_one_day_are_not_approved_at_once(site):
    anna, berik = Browser(site, "anna"), Browser(site, "berik")
    addresses = []
    for browser in (anna, berik):
        address = browser.add("hall", "note-guest")
        fields = {"row-start": "2000", "row-sentence_en": "One guest came."}
        browser.send(address, **fields, **{"row-citations-0-passage": "paper-1"})
        addresses.append(address)
    approved_at_once(site, *addresses)
    assert Fact.objects.using(ALIAS).filter(aspect="note-guest").count() == 1


def test_a_process_that_dies_leaves_no_half_of_anything(site):
    """It dies after each write of a save, of a sending and of an approval in turn."""
    told = site.run("-m", "tests.bench.killed_writer").splitlines()
    for name, (before, *died, after) in map(json.loads, told):
        assert died == [before] * len(died), name
        # A save writes the row, its parts, the change and the step, at the least.
        assert len(died) >= {"save": 6, "send": 2, "approve": 8}[name]
        assert after["steps"][len(before["steps"]) :][0] == name
        assert after["is_as_saved"]
    assert after["steps"] == ["save", "save", "send", "approve", "publish"]
    assert (after["state"], after["act"]) == (ChangeState.PUBLISHED, "an act")


def test_saving_goes_on_after_workers_and_the_server_were_killed(site):
    address = Browser(site, "vera").begin("hall-rule-3")
    with saving_on(site, address) as stored_some:
        for _ in range(3):
            stored_some()
            site.kill_a_worker()
            stored_some()
            site.kill()
            site.start()
        stored_some()
