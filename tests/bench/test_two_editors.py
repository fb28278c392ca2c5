"""Two editors save one fact a hundred times each, at once, before the site as it runs."""

from __future__ import annotations

import re
import threading
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from threading import BrokenBarrierError

from django.core import signing

from bench.models import Change, Step
from bench.views.editing import SEAL
from facts.models import Fact
from tests.bench.running import ALIAS, WAIT, Browser, form_of

TIMES = 100
OWN = {"anna": "head-reason_en", "berik": "row-working_en"}
SAME = "row-act_en"


def begun(browser, key):
    """The address of a change of this fact that she has begun."""
    asked = {"kind": "facts", "key": key, "aim": "correct"}
    token = {"csrfmiddlewaretoken": browser.token()}
    answer = browser.post("/admin/bench/change/begin/", asked | token)
    assert answer.status == 302, answer.text
    return answer.place


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
    address = begun(Browser(site, "vera"), key)
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
    assert site.errors() == []
