"""The site as it runs: a database of its own, gunicorn before it, plain http clients.

What two people do at once cannot be seen inside the transaction of a test. So tests that
need this make a database on the server that the suite uses (a file, on SQLite), fill it
with the small content beside this module, and talk to real processes.
"""

from __future__ import annotations

import http.client
import http.cookiejar
import os
import re
import secrets
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import dj_database_url
import psycopg
from django.conf import settings
from django.contrib.auth.models import Group, User
from django.db import connections, transaction
from psycopg import sql

from tests.bench.live_codes import CODES, give_codes

ROOT = Path(__file__).resolve().parent.parent.parent
SMALL = Path(__file__).resolve().parent / "small"
"""A document, a subject and a few facts, in the form of the fixtures."""
ALIAS = "own"
"""The name under which the tests look into the database of the running site."""
PASSWORD = "let me in"  # noqa: S105 - of a passing database
PEOPLE = {"anna": "Editors", "berik": "Editors", "vera": "Reviewers"}
WAIT = 30
"""Seconds after which something is given up that should have come long before."""


def until(holds: Callable[[], Any], what: str) -> Any:
    """What ``holds`` returns, as soon as that is true; fails after ``WAIT`` seconds."""
    end = time.monotonic() + WAIT
    while time.monotonic() < end:
        if found := holds():
            return found
        time.sleep(0.02)
    raise AssertionError(f"waited in vain: {what}")


# --- a database of its own ------------------------------------------------------------


@contextmanager
def own_database(folder: Path) -> Iterator[str]:
    """The address of a new, empty database; on PostgreSQL it is dropped afterwards."""
    like = settings.DATABASES["default"]
    if "sqlite3" in like["ENGINE"]:
        yield f"sqlite:///{folder}/own.sqlite3"
        return
    user, password, host = (
        urllib.parse.quote(like[name], safe="") for name in ("USER", "PASSWORD", "HOST")
    )
    name = f"own_{secrets.token_hex(6)}"
    server = f"postgres://{user}:{password}@{host}:{like['PORT']}"
    with psycopg.connect(f"{server}/postgres", autocommit=True) as connection:
        # Not from template1: another test may just be copying that.
        make = "CREATE DATABASE {} TEMPLATE template0"
        connection.execute(sql.SQL(make).format(sql.Identifier(name)))
    try:
        yield f"{server}/{name}"
    finally:
        with psycopg.connect(f"{server}/postgres", autocommit=True) as connection:
            drop = "DROP DATABASE {} WITH (FORCE)"
            connection.execute(sql.SQL(drop).format(sql.Identifier(name)))


@contextmanager
def looking_into(url: str) -> Iterator[None]:
    """Let the test ask that database, by ``.using(ALIAS)``."""
    options = settings.DATABASES["default"].get("OPTIONS", {})
    config = {**dj_database_url.parse(url), "OPTIONS": options}
    made = connections.configure_settings({"default": {}, ALIAS: config})
    connections.settings[ALIAS] = made[ALIAS]
    try:
        yield
    finally:
        connections[ALIAS].close()
        del connections.settings[ALIAS]
        del connections[ALIAS]


@contextmanager
def held(table: str, requests: int) -> Iterator[None]:
    """Keep everybody from writing to ``table`` of that database until the block ends,
    and until so many requests, sent inside the block, have come as far as that.

    SQLite lets nobody begin to write meanwhile, so there is nothing to wait for there.
    """
    with transaction.atomic(using=ALIAS), connections[ALIAS].cursor() as cursor:
        is_shared = connections[ALIAS].vendor == "postgresql"
        if is_shared:
            cursor.execute(f"LOCK TABLE {table} IN SHARE ROW EXCLUSIVE MODE")
        yield

        def waiting() -> bool:
            # Else a transaction never sees who connected after its first look.
            cursor.execute("SELECT pg_stat_clear_snapshot()")
            cursor.execute(
                "SELECT count(*) FROM pg_stat_activity "
                "WHERE datname = current_database() AND wait_event_type = 'Lock'"
            )
            found: int = cursor.fetchone()[0]
            return found == requests

        if is_shared:
            until(waiting, f"{requests} requests that wait")


def at_once(table: str, *requests: Callable[[], Any]) -> list[Any]:
    """Let requests run at once that all come to write to ``table`` at one moment."""
    with ThreadPoolExecutor(len(requests)) as pool:
        with held(table, len(requests)):
            runs = [pool.submit(request) for request in requests]
        return [run.result() for run in runs]


# --- the server -----------------------------------------------------------------------


@dataclass
class Site:
    """The site on its own database, with people who have accounts there."""

    url: str
    log: Path
    port: int = 0
    process: subprocess.Popen[bytes] | None = None
    environment: dict[str, str] = field(default_factory=dict)

    def run(self, *command: str) -> str:
        """What a program of the project prints that works on this database."""
        done = subprocess.run(
            [sys.executable, *command],
            cwd=ROOT,
            env=self.environment,
            check=False,
            capture_output=True,
            text=True,
        )
        assert done.returncode == 0, done.stderr
        return done.stdout

    def start(self) -> None:
        """Serve, with two workers, and wait until it listens; nobody has asked it then."""
        with self.log.open("ab") as log:
            self.process = subprocess.Popen(
                [sys.executable, "-m", "gunicorn", "--config", "config/gunicorn.py"],
                cwd=ROOT,
                env=self.environment,
                stdout=log,
                stderr=log,
                start_new_session=True,  # so that all of it can be killed at once
            )
        until(self.listens, "the server starts")

    def listens(self) -> bool:
        """Whether the site is there: gunicorn has loaded it before it opens its port."""
        with suppress(OSError), socket.create_connection(("127.0.0.1", self.port)):
            return True
        return False

    def stop(self) -> None:
        """End it as one should."""
        if self.process:
            self.process.terminate()
            self.process.wait(timeout=WAIT)
            self.process = None

    def kill(self) -> None:
        """End all its processes in the middle of whatever they do."""
        assert self.process
        os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait(timeout=WAIT)
        self.process = None

    def workers(self) -> set[int]:
        """The ids of the processes that answer."""
        assert self.process
        pid = self.process.pid
        listed = Path(f"/proc/{pid}/task/{pid}/children").read_text(encoding="ascii")
        return {int(child) for child in listed.split()}

    def kill_a_worker(self) -> None:
        """End one of them in the middle of whatever it does; another takes its place."""
        before = until(lambda: len(found := self.workers()) == 2 and found, "two workers")
        os.kill(min(before), signal.SIGKILL)
        until(lambda: len(self.workers() - {min(before)}) == 2, "a new worker")

    @contextmanager
    def without_errors(self) -> Iterator[None]:
        """Fail where the site logs an error of its own inside the block: any 500."""
        known = self.log.stat().st_size
        yield
        told = self.log.read_bytes()[known:].decode()
        assert " ERROR django" not in told, told


@contextmanager
def running_site(folder: Path, **environment: str) -> Iterator[Site]:
    """The site with the small content and the accounts, started."""
    with own_database(folder) as url:
        site = Site(url, folder / "server.log", _free_port())
        site.environment = {
            **os.environ,
            "DATABASE_URL": url,
            "DJANGO_SETTINGS_MODULE": "tests.settings",
            "SECRET_KEY": settings.SECRET_KEY,
            "PORT": str(site.port),
            "WEB_CONCURRENCY": "2",
            "LOG_LEVEL": "ERROR",
            **environment,
        }
        site.run("manage.py", "migrate", "--verbosity", "0")
        site.run("manage.py", "load_content", "--from", str(SMALL))
        with looking_into(url):
            for name, group in PEOPLE.items():
                person = User(username=name, is_staff=True)
                person.set_password(PASSWORD)
                person.save(using=ALIAS)
                person.groups.add(Group.objects.using(ALIAS).get(name=group))
                give_codes(person, ALIAS)
        site.start()
        try:
            yield site
        finally:
            if site.process:
                site.stop()


def _free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])


# --- somebody before it ---------------------------------------------------------------


@dataclass(frozen=True)
class Answer:
    """What the site answered."""

    status: int
    text: str
    place: str
    """Where it leads on to, if it does."""


class _Stay(urllib.request.HTTPRedirectHandler):
    """Answers that lead elsewhere are answers too."""

    def redirect_request(self, *args: Any) -> None:
        return None


class Browser:
    """A client that keeps its cookies, fills forms and does nothing else.

    Its methods raise ``OSError`` (or a subclass) where no answer comes.
    """

    def __init__(self, site: Site, who: str = "") -> None:
        self._at = f"http://127.0.0.1:{site.port}"
        cookies = urllib.request.HTTPCookieProcessor(http.cookiejar.CookieJar())
        self._opener = urllib.request.build_opener(cookies, _Stay())
        self.who = who
        if who:
            login = "/admin/login/"
            form = form_of(self.get(login).text, "login-form")
            form |= {"username": who, "password": PASSWORD, "code": next(CODES)}
            assert self.post(login, form).status == 302

    def get(self, address: str) -> Answer:
        """Ask for a page."""
        return self._ask(address, None)

    def post(self, address: str, values: Mapping[str, str]) -> Answer:
        """Send a form."""
        return self._ask(address, urllib.parse.urlencode(values).encode())

    def token(self) -> str:
        """What a form sends along to show that it is one of the site's."""
        page = self.get("/admin/password_change/").text
        return form_of(page, "")["csrfmiddlewaretoken"]

    def begin(self, key: str, aim: str = "correct") -> str:
        """Begin a change of the fact called ``key``; the address of its page."""
        asked = {"kind": "facts", "key": key, "aim": aim}
        token = {"csrfmiddlewaretoken": self.token()}
        return self._led_on(self.post("/admin/bench/change/begin/", asked | token))

    def add(self, subject: str, aspect: str) -> str:
        """Begin a change that adds a fact; the address of its page."""
        asked = {"kind": "facts", "subject": subject, "aspect": aspect}
        token = {"csrfmiddlewaretoken": self.token()}
        return self._led_on(self.post("/admin/bench/change/start/", asked | token))

    def send(self, address: str, **fields: str) -> None:
        """Fill fields of the form of a change, save it and send it for review."""
        values = form_of(self.get(address).text, "form") | fields
        values |= {"head-reason_en": "A test.", "send": "1"}
        self._led_on(self.post(address, values))

    def approve(self, address: str) -> None:
        """Approve a change as its page shows it, or be told why not."""
        shown = re.search(r'name="version" value="(\d+)"', self.get(address).text)
        assert shown, address
        asked = {"name": "approve", "version": shown[1]}
        asked["csrfmiddlewaretoken"] = self.token()
        self._led_on(self.post(address.removesuffix("change/") + "move/", asked))

    def _led_on(self, answer: Answer) -> str:
        told = re.findall(r'class="error.*?</', answer.text, re.DOTALL)
        assert answer.status == 302, (answer.status, told or answer.text)
        return answer.place

    def _ask(self, address: str, body: bytes | None) -> Answer:
        try:
            found = self._opener.open(self._at + address, body, timeout=WAIT)
        except urllib.error.HTTPError as error:
            found = error
        with found:
            place = found.headers.get("Location", "")
            try:
                return Answer(found.status, found.read().decode(), place)
            except http.client.IncompleteRead as error:
                raise ConnectionError("half an answer") from error


class _Form(HTMLParser):
    """Reads the values that a browser would send of one form."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.name = name
        self.values: dict[str, str] = {}
        self._is_inside = False
        self._text = ""
        self._select = ""

    def handle_starttag(self, tag: str, attrs: Any) -> None:
        found = {name: value or "" for name, value in attrs}
        if tag == "form":
            self._is_inside = not self.name or found.get("id") == self.name
        if not self._is_inside:
            return
        name, kind = found.get("name", ""), found.get("type", "text")
        if tag == "textarea":
            self._text = name
            self.values[name] = ""
        elif tag == "select":
            self._select = name
        elif tag == "option" and ("selected" in found or self._select not in self.values):
            self.values[self._select] = found.get("value", "")
        elif tag == "input" and kind not in ("submit", "checkbox", "radio"):
            self.values[name] = found.get("value", "")
        elif tag == "input" and kind != "submit" and "checked" in found:
            self.values[name] = found.get("value", "on")

    def handle_endtag(self, tag: str) -> None:
        if tag == "form":
            self._is_inside = False
        elif tag == "textarea" and self._text:
            self.values[self._text] = self.values[self._text].removeprefix("\n")
            self._text = ""

    def handle_data(self, data: str) -> None:
        if self._text:
            self.values[self._text] += data


def form_of(page: str, name: str) -> dict[str, str]:
    """The values of the form with this id, or of every form, as a browser sends them."""
    reader = _Form(name)
    reader.feed(page)
    assert reader.values, page
    return reader.values
