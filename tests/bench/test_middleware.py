"""What is approved for a day to come: unseen until midnight in Almaty, then everywhere."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from django.core.management import call_command
from django.db import DataError, OperationalError, connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from bench.changes import moves
from bench.changes.applying import apply_change
from bench.changes.moves import move_change
from bench.changes.saving import save_draft
from bench.changes.states import ChangeState
from bench.models import Change, Draft, Step
from facts.guard import writing
from facts.models import Fact
from tests import factories
from tests.bench.live_site import ALIAS, Browser, at_once
from tests.bench.making_changes import change_at
from tests.test_every_page import NO_HTML, addresses

KEY = "kurultai-choice-list"
OLD = "elected from party lists, by proportional representation"
NEW = "chosen by a wind that blows on one day only"
DAY = date(2026, 11, 23)
MIDNIGHT = datetime(2026, 11, 22, 19, tzinfo=UTC)  # Almaty is five hours ahead
SECOND = timedelta(seconds=1)
TOLD = {reverse("pages:change-list"), reverse("pages:change-feed")}


@pytest.fixture
def due(set_clock, db, editor, reviewer):
    """A correction that waits for ``DAY``; it is the last second of the day before."""
    set_clock(MIDNIGHT - SECOND)
    return correction(editor, reviewer)


def correction(editor, reviewer, key=KEY, **fields):
    fields = fields or {"sentence_en": f"All deputies are {NEW}."}
    change = change_at(ChangeState.DRAFT, editor, key=key, **fields)
    save_draft(
        change.pk,
        editor,
        change.version,
        Draft(change.block, "A slip.", DAY.isoformat()),
    )
    move_change(change.pk, editor, "send")
    change = move_change(change.pk, reviewer, "approve")
    assert change.state == ChangeState.APPROVED
    return change


def public_addresses():
    """One page of each kind, the pages of what the fact rests on, feeds and calendars;
    each also as of days after the one for which the change waits."""
    rests_on = [
        address
        for citation in Fact.objects.get(key=KEY).citations.all()
        for address in addresses_of(citation.passage)
    ]
    files = [reverse(name) for name in sorted(NO_HTML)]
    pages = [*addresses(), *rests_on]
    return [*pages, *(f"{one}?on=2026-12-31" for one in pages), *files]


def addresses_of(passage):
    document = passage.document.key
    names = {"document": document, "slug": passage.key}
    yield reverse("pages:passage-detail", kwargs=names)
    yield reverse("pages:source-detail", kwargs={"slug": document})


def pages_with(client, *texts):
    """Of each text, the public addresses that show it."""
    found = {text: set() for text in texts}
    for address in public_addresses():
        response = client.get(address)
        assert response.status_code in (200, 302), address
        for text in texts:
            if text in " ".join(response.text.split()):
                found[text].add(address)
    return found.values()


def test_no_address_shows_it_before_midnight_and_all_do_after(client, set_clock, due):
    showing_old, showing_new = pages_with(client, OLD, NEW)
    assert not showing_new
    # The chamber, the comparison of chambers, the passages and sources it rests on.
    assert len(showing_old) >= 8
    set_clock(MIDNIGHT)
    showing_old_still, showing_new = pages_with(client, OLD, NEW)
    told = {address for address in showing_new if address.partition("?")[0] in TOLD}
    assert {address.partition("?")[0] for address in told} == TOLD
    assert showing_new - told == showing_old
    assert showing_old_still == told  # before and after


def test_another_worker_shows_it_with_its_next_answer(set_clock, due):
    page, first, second = "/en/chambers/kurultai/", Client(), Client()
    assert OLD in first.get(page).text
    assert OLD in second.get(page).text
    set_clock(MIDNIGHT)
    assert NEW in first.get(page).text
    assert NEW in second.get(page).text


def test_the_day_of_publication_does_not_move_the_period(client, set_clock, due):
    before = Fact.objects.get(key=KEY)
    set_clock(MIDNIGHT + SECOND)
    client.get("/healthz")
    after = Fact.objects.get(key=KEY)
    assert (after.start, after.end) == (before.start, before.end)
    assert after.version == before.version + 1
    due.refresh_from_db()
    assert (due.state, due.published_at) == (ChangeState.PUBLISHED, MIDNIGHT + SECOND)
    assert due.steps.last().who is None
    assert "23 November 2026" in client.get(reverse("pages:change-list")).text


def returned(change):
    """The words with which an approved change went back to its author."""
    change.refresh_from_db()
    assert (change.state, change.approver, change.published_at) == (
        ChangeState.DRAFT,
        None,
        None,
    )
    last = change.steps.last()
    assert (last.name, last.who) == ("give-back", None)
    return last.words


def test_what_can_no_longer_be_published_goes_back_with_the_reason(
    client, set_clock, due, at_editor
):
    factories.edit(Fact.objects.filter(key=KEY), act_en="published since", version=9)
    set_clock(MIDNIGHT)
    assert client.get("/healthz").status_code == 200
    assert "has changed since" in returned(due)
    assert Fact.objects.get(key=KEY).version == 9
    start = at_editor.get(reverse("admin:index")).text
    assert start.index("Returned to me") < start.index("has changed since")


@pytest.mark.parametrize("error", [RuntimeError, DataError])
def test_a_fault_of_one_change_costs_it_its_day_and_readers_nothing(
    client, set_clock, due, editor, reviewer, monkeypatch, caplog, error
):
    other = correction(editor, reviewer, "senate-term-1998", act_en="another act")
    put = apply_change

    def put_with_a_fault(change):
        if change.key == KEY:
            raise error("nobody foresaw this")
        put(change)

    monkeypatch.setattr(moves, "apply_change", put_with_a_fault)
    set_clock(MIDNIGHT)
    assert client.get(reverse("parliament:chamber-list")).status_code == 200
    assert "nobody foresaw this" in caplog.text
    assert "could not be written" in returned(due)
    other.refresh_from_db()
    assert other.state == ChangeState.PUBLISHED


def test_where_the_database_fails_the_next_request_tries_again(
    client, set_clock, due, monkeypatch, caplog
):
    put = apply_change

    def put_without_a_database(change):
        raise OperationalError("database is locked")

    set_clock(MIDNIGHT)
    monkeypatch.setattr(moves, "apply_change", put_without_a_database)
    assert client.get("/healthz").status_code == 200
    assert "database is locked" in caplog.text
    due.refresh_from_db()
    assert due.state == ChangeState.APPROVED
    monkeypatch.setattr(moves, "apply_change", put)
    assert client.get("/healthz").status_code == 200
    due.refresh_from_db()
    assert due.state == ChangeState.PUBLISHED


def test_two_workers_publish_it_once(site):
    """The first requests of its day come at once, to a site that has just started."""
    anna = Browser(site, "anna")
    address = anna.begin("hall-rule-7")
    later = timezone.now().date() + timedelta(days=2)
    anna.send(address, **{"row-act_en": "an act", "head-publish_on": f"{later}"})
    Browser(site, "vera").approve(address)
    changes = Change.objects.using(ALIAS).filter(key="hall-rule-7")
    assert changes.get().state == ChangeState.APPROVED
    site.stop()
    with writing():
        changes.update(publish_on=date(2026, 1, 1))  # its day has come
    site.start()
    one, other = Browser(site), Browser(site)
    # Two pages: who asks for the same one waits for the first in the worker itself.
    answers = at_once(
        "bench_change", lambda: one.get("/en/"), lambda: other.get("/en/about/")
    )
    assert {answer.status for answer in answers} == {200}
    assert changes.get().state == ChangeState.PUBLISHED
    assert Fact.objects.using(ALIAS).get(key="hall-rule-7").version == 2
    steps = Step.objects.using(ALIAS).filter(change__key="hall-rule-7", name="publish")
    assert steps.count() == 1


def test_the_clock_publishes_without_a_visitor(set_clock, due, capsys):
    call_command("publish_due")
    assert capsys.readouterr().out == "0 published\n"
    set_clock(MIDNIGHT + SECOND)
    call_command("publish_due")
    told = capsys.readouterr().out
    assert told.startswith("published: ")
    assert told.endswith("1 published\n")
    due.refresh_from_db()
    assert due.state == ChangeState.PUBLISHED


@pytest.mark.django_db
@pytest.mark.parametrize("method", ["OPTIONS", "TRACE", "PUT", "DELETE", "BREW"])
@pytest.mark.parametrize("address", ["/admin/login/", "/admin/", "/admin/nothing/"])
def test_a_method_that_no_page_knows_makes_no_page(client, method, address):
    with CaptureQueriesContext(connection) as queries:
        response = client.generic(method, address)
    assert (response.status_code, response.content) == (405, b"")
    assert response.headers["Allow"] == "GET, HEAD, POST"
    assert "no-store" in response.headers["Cache-Control"]
    assert len(queries) == 0


@pytest.mark.django_db
@pytest.mark.parametrize(
    "address", ["/", "/en/", "/sitemap.xml", "/robots.txt", "/healthz"]
)
def test_public_addresses_are_only_read(client, address):
    with CaptureQueriesContext(connection) as queries:
        response = client.generic("OPTIONS", address)
    assert response.status_code == 405
    assert response.headers["Allow"] == "GET, HEAD"
    assert all("facts_fact" not in query["sql"] for query in queries)
