"""The site of the bench, with a server and a database to itself, and everybody in it."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator

import pytest

from tests.e2e.bench.desk import Desk
from tests.e2e.bench.steps import (
    GROUPS,
    KEEPER,
    PASSWORD,
    add_account,
    choose_password,
    set_up_codes,
)
from tests.e2e.conftest import environment, errors_of, manage, served

FOUR_DAYS_LATER = """
from datetime import timedelta
from django.db.models import F
from bench.models import AccountEvent
AccountEvent.objects.update(at=F("at") - timedelta(days=4))
"""


@pytest.fixture(scope="session")
def bench_url(content) -> Iterator[str]:
    """The address of a site that the editors may write to, and its first account."""
    shutil.copy(content / "db.sqlite3", content / "bench.sqlite3")
    settings = environment(content, "bench.sqlite3")
    keeper = {"DJANGO_SUPERUSER_PASSWORD": PASSWORD}
    command = ["createsuperuser", "--noinput", "--username", KEEPER, "--email", ""]
    manage({**settings, **keeper}, *command, "--verbosity", "0")
    with served(settings) as address:
        yield address


@pytest.fixture(scope="session")
def sessions(browser, content, bench_url) -> dict[str, dict]:
    """The cookies of everybody who has logged in; the keeper makes the accounts."""
    cookies = {}
    context = browser.new_context(base_url=bench_url, java_script_enabled=False)
    page = context.new_page()
    page.goto("/admin/")
    page.get_by_label("Username").fill(KEEPER)
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Log in").click()
    set_up_codes(page, KEEPER)
    links = {name: add_account(page, name, group) for name, group in GROUPS.items()}
    cookies[KEEPER] = context.storage_state()
    context.close()
    for name, group in GROUPS.items():
        context = browser.new_context(base_url=bench_url, java_script_enabled=False)
        page = context.new_page()
        choose_password(page, links[name])
        page.get_by_role("link", name="Log in").click()
        page.get_by_label("Username").fill(name)
        page.get_by_label("Password").fill(PASSWORD)
        page.get_by_role("button", name="Log in").click()
        if group == "Reviewers":
            set_up_codes(page, name)
        cookies[name] = context.storage_state()
        context.close()
    # Four days later: who came by a link may approve.
    manage(environment(content, "bench.sqlite3"), "shell", "-v0", "-c", FOUR_DAYS_LATER)
    return cookies


@pytest.fixture
def at(browser, bench_url, sessions) -> Iterator[Callable]:
    """Gives pages in browsers of their own: ``at("saule")``, or ``at()`` for a visitor.

    The test fails where one of their consoles complains.
    """
    contexts, consoles = [], []

    def browse(name: str = "", **options):
        context = browser.new_context(
            base_url=bench_url, storage_state=sessions.get(name), **options
        )
        contexts.append(context)
        page = context.new_page()
        consoles.append(errors_of(page))
        return page

    yield browse
    for context in contexts:
        context.close()
    assert [error for errors in consoles for error in errors] == []


@pytest.fixture(scope="session")
def desk(browser, bench_url, sessions) -> Iterator[Desk]:
    contexts = [
        browser.new_context(
            base_url=bench_url, storage_state=sessions[name], java_script_enabled=False
        )
        for name in ("aigerim", "saule")
    ]
    yield Desk(*(context.new_page() for context in contexts))
    for context in contexts:
        context.close()
