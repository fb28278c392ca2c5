"""Who may open what: the table in ``docs/bench.md``, walked as everybody it names."""

from __future__ import annotations

from typing import Any

import pytest
from django.contrib.auth.hashers import make_password
from django.contrib.auth.models import Group, User
from django.db import transaction
from django.test import Client
from django.urls import get_resolver, reverse

from bench.accounts.events import note
from bench.changes.permissions import GROUPS
from bench.changes.states import ChangeState
from bench.models import AccountAct
from tests.bench.access_cases import CASES, PASSWORD, Asked, Roles, at, of
from tests.bench.access_table import (
    COLUMNS,
    NEWCOMER,
    NOBODY,
    STRANGER,
    TABLE,
    patterns,
    shown,
)
from tests.bench.conftest import logged_in
from tests.bench.snapshots import snapshot

HASHED = make_password(PASSWORD)
REFUSED = {"login", "400", "403", "404", "405", "422", "told"}


def test_every_address_has_its_row_and_every_row_its_address():
    found = get_resolver().url_patterns
    bench = next(one for one in found if getattr(one, "namespace", "") == "admin")
    names = list(patterns(bench))
    assert len(names) == len(set(names)) >= 76
    assert {row.name for row in TABLE} == set(names)


def test_no_row_stands_twice():
    assert len(TABLE) == len({str(row) for row in TABLE})


def ask(client: Client, how: str, asked: Asked) -> Any:
    if how == "GET":
        return client.get(asked.address)
    return client.post(asked.address, asked.sent if how == "POST" else {})


def got(client: Client, response: Any) -> str:
    """What the table calls an answer."""
    if response.status_code != 302:
        return str(response.status_code)
    if response.url.startswith(reverse("admin:login")):
        return "login"
    page = client.get(response.url, follow=True)
    told = page.context["messages"] if page.context and "messages" in page.context else ()
    return "told" if any(one.level_tag == "error" for one in told) else "302"


@pytest.fixture
def people(db) -> dict[str, User | None]:
    """Everybody who heads a column, and two whose changes are asked about."""
    group_of = {**{group: group for group in GROUPS}, "author": "Editors"}
    group_of |= {"second": "Reviewers"}
    names = [STRANGER, NEWCOMER, *group_of, "superuser"]
    found: dict[str, User | None] = {
        name: User(
            username=name.replace(" ", "-"),
            password=HASHED,
            is_staff=name != STRANGER,
            is_superuser=name == "superuser",
        )
        for name in names
    }
    # All at once: these stand before each row of the long table.
    User.objects.bulk_create(filter(None, found.values()))
    groups = {group.name: group for group in Group.objects.all()}
    User.groups.through.objects.bulk_create(
        User.groups.through(user=found[name], group=groups[group])
        for name, group in group_of.items()
    )
    found[NOBODY] = None
    note(found["author"], AccountAct.MADE, None)
    return found


def browser_of(who: User | None, **options: Any) -> Client:
    return logged_in(who, **options) if who else Client(**options)


@pytest.mark.parametrize("row", TABLE, ids=str)
def test_everybody_gets_what_the_table_says(people, row):
    found = {}
    for column in COLUMNS:
        with transaction.atomic():
            who = people[column]
            roles = Roles(who, people["author"], people["second"])
            client = browser_of(who)
            asked = CASES[row.name, row.what](roles)
            before = snapshot()
            response = ask(client, row.how, asked)
            after = snapshot()
            answer = found[column] = got(client, response)
            if row.how == "GET" or answer in REFUSED:
                assert after == before, column
            elif row.name.startswith("bench_") and answer == "302":
                assert after != before, column
            kept = response.headers["Cache-Control"]
            assert "no-store" in kept, column
            assert "private" in kept, column
            transaction.set_rollback(True)
    assert found == row.gets


@pytest.fixture
def roles(people) -> Roles:
    """The one who may do most asks."""
    return Roles(people["superuser"], people["author"], people["second"])


TAKES_A_FORM = sorted({(row.name, row.what) for row in TABLE if row.how == "POST"})


TAKES_NONE = sorted(CASES.keys() - set(TAKES_A_FORM))


@pytest.mark.parametrize(("name", "what"), TAKES_A_FORM, ids=", ".join)
def test_a_form_of_elsewhere_does_nothing(roles, name, what):
    client = browser_of(roles.who, enforce_csrf_checks=True)
    asked = CASES[name, what](roles)
    before = snapshot()
    response = client.post(asked.address, asked.sent)
    assert response.status_code == 403
    assert "This form has expired" in response.text
    assert "no-store" in response.headers["Cache-Control"]
    assert snapshot() == before


@pytest.mark.parametrize(("name", "what"), TAKES_NONE, ids=", ".join)
def test_what_takes_no_form_does_nothing_with_one(roles, name, what):
    asked = CASES[name, what](roles)
    before = snapshot()
    for sent in (
        {},
        {"post": "yes", "_save": "1", "name": "approve", "state": "published"},
    ):
        assert browser_of(roles.who).post(asked.address, sent).status_code < 500
    assert snapshot() == before


@pytest.mark.parametrize("app", ["facts", "bench", "auth"])
def test_no_list_deletes(roles, app):
    at(ChangeState.DRAFT, roles)
    for model in shown(app):
        address = of(f"{app}_{model._meta.model_name}_changelist").address
        keys = list(model._default_manager.values_list("pk", flat=True)[:50])
        before = snapshot()
        for more in ({}, {"post": "yes"}, {"post": "yes", "select_across": "1"}):
            sent = {"action": "delete_selected", "_selected_action": keys, "index": 0}
            response = browser_of(roles.who).post(address, sent | more)
            assert response.status_code in (200, 302)
        assert snapshot() == before
