"""Two people who do something with one change at the same moment, and what must come of it.

Each race begins a change of its own, and leaves none of it open.
"""

from __future__ import annotations

import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial

from bench.changes.states import ChangeState
from bench.models import Change
from content.models import ChangeRecord
from facts.models import Fact
from tests.bench.live_site import ALIAS, Browser, at_once, form_of

SAME = "row-act_en"
OWN = "row-working_en"
SENTENCE = "row-sentence_en"
LONGEST_LEAD = 0.1
"""Seconds by which one of two may come before the other."""


class People:
    """Two editors and a reviewer with two browsers, before the running site."""

    def __init__(self, site):
        self.anna, self.berik = Browser(site, "anna"), Browser(site, "berik")
        self.vera, self.vera_again = Browser(site, "vera"), Browser(site, "vera")
        self._tokens = {}

    def moving(self, browser, address, name, words=""):
        """A request that moves a change on, as its page shows it now."""
        if browser not in self._tokens:
            self._tokens[browser] = browser.token()
        asked = {"csrfmiddlewaretoken": self._tokens[browser], "name": name, "words": words}
        asked["version"] = str(change_of(address).version)
        return partial(browser.post, address.removesuffix("change/") + "move/", asked)

    def save(self, browser, address, **typed):
        """Save a form at leisure."""
        values = form_of(browser.get(address).text, "form")
        assert browser.post(address, values | typed).status == 302


@dataclass
class Race:
    """One race: the people, the fact, a text that is in no other race, and the dice."""

    people: People
    key: str
    mark: str
    random: object

    def together(self, *requests):
        """What requests come to that arrive at one moment, or one just before another."""
        if self.random.random() < 0.5:
            return at_once("bench_change", *requests)
        leads = [self.random.random() * LONGEST_LEAD for _ in requests]

        def later(lead, request):
            time.sleep(lead)
            return request()

        with ThreadPoolExecutor(len(requests)) as pool:
            return list(pool.map(later, leads, requests))

    def fact(self):
        return Fact.objects.using(ALIAS).get(key=self.key)

    def in_review(self):
        """The address of a change that anna sent."""
        address = self.people.anna.begin(self.key)
        self.people.anna.send(address, **{SENTENCE: f"Sentence {self.mark}."})
        assert change_of(address).state == ChangeState.REVIEW
        return address


def change_of(address):
    return Change.objects.using(ALIAS).get(pk=address.split("/")[-3])


def steps_of(address):
    """The names of the steps of a change, whose saves are without a gap."""
    change = change_of(address)
    steps = list(change.steps.order_by("pk"))
    saves = [step for step in steps if step.name == "save"]
    assert [step.version for step in saves] == list(range(1, len(saves) + 1))
    assert change.version == len(saves)
    assert change.block == saves[-1].written["block"]
    return [step.name for step in steps]


def records_of(key):
    return ChangeRecord.objects.using(ALIAS).filter(key=key).count()


def drop(race, address):
    race.people.moving(race.people.anna, address, "drop", "The race is over.")()
    assert change_of(address).state == ChangeState.DROPPED


def two_saves(race):
    """Both fill the same field, or each another one."""
    people, is_same = race.people, race.random.random() < 0.5
    address = people.anna.begin(race.key)
    requests, texts = [], []
    for browser, name in ((people.anna, SAME), (people.berik, SAME if is_same else OWN)):
        texts.append(f"{browser.who} {race.mark}")
        values = form_of(browser.get(address).text, "form") | {name: texts[-1]}
        requests.append(partial(browser.post, address, values))
    answers = race.together(*requests)
    assert steps_of(address) == ["save"] * (2 if is_same else 3)
    block = change_of(address).block
    if is_same:
        assert sorted(answer.status for answer in answers) == [302, 409]
        shown = max(answers, key=lambda answer: answer.status).text
        assert all(text in shown for text in texts)
        assert block["act_en"] == texts[answers[0].status == 409]
    else:
        assert [answer.status for answer in answers] == [302, 302]
        assert [block["act_en"], block["working_en"]] == texts
    drop(race, address)


def save_and_send(race):
    """What is saved too late for the review comes back to who typed it."""
    people, text = race.people, f"berik {race.mark}"
    address = people.anna.begin(race.key)
    reason = {"head-reason_en": "A race.", SENTENCE: f"Sentence {race.mark}."}
    people.save(people.anna, address, **reason)
    values = form_of(people.berik.get(address).text, "form") | {OWN: text}
    saved, _ = race.together(
        partial(people.berik.post, address, values),
        people.moving(people.anna, address, "send"),
    )
    assert steps_of(address)[-1] == "send"
    assert change_of(address).state == ChangeState.REVIEW
    if saved.status == 302:
        assert change_of(address).block["working_en"] == text
    else:
        assert saved.status == 422
        assert text in saved.text
        assert "working_en" not in change_of(address).block
    people.moving(people.anna, address, "take-back")()
    drop(race, address)


def approve_and_take_back(race):
    """It is published, or a draft again, and never half of both."""
    before, records = race.fact(), records_of(race.key)
    address = race.in_review()
    race.together(
        race.people.moving(race.people.vera, address, "approve"),
        race.people.moving(race.people.anna, address, "take-back"),
    )
    steps, now = steps_of(address)[3:], race.fact()
    if change_of(address).state == ChangeState.PUBLISHED:
        assert steps == ["approve", "publish"]
        assert now.sentence_en == f"Sentence {race.mark}."
        assert (now.version, records_of(race.key)) == (before.version + 1, records + 1)
    else:
        assert steps == ["take-back"]
        assert (now.sentence_en, now.version) == (before.sentence_en, before.version)
        assert records_of(race.key) == records
        drop(race, address)


def two_approvals(race):
    """It is published once."""
    before, records = race.fact(), records_of(race.key)
    address = race.in_review()
    race.together(
        race.people.moving(race.people.vera, address, "approve"),
        race.people.moving(race.people.vera_again, address, "approve"),
    )
    assert steps_of(address)[3:] == ["approve", "publish"]
    assert race.fact().sentence_en == f"Sentence {race.mark}."
    assert race.fact().version == before.version + 1
    assert records_of(race.key) == records + 1


def two_beginnings(race):
    """Both are led to the same change."""
    one, other = race.together(
        partial(race.people.anna.begin, race.key),
        partial(race.people.berik.begin, race.key),
    )
    assert one == other
    assert steps_of(one) == ["save"]
    opened = Change.objects.using(ALIAS).filter(key=race.key, state=ChangeState.DRAFT)
    assert opened.count() == 1
    drop(race, one)


RACES = (two_saves, save_and_send, approve_and_take_back, two_approvals, two_beginnings)
