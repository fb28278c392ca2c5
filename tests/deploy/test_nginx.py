"""The site behind a real nginx with the file of ``deploy/``."""

from __future__ import annotations

import socket
import ssl
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, closing
from http.client import HTTPMessage, HTTPSConnection
from typing import NamedTuple

import pytest

from tests.bench.live_site import Browser, running_site
from tests.bench.test_slow_connections import HALF_A_BODY, HALF_A_HEAD, SILENT
from tests.deploy.servers import free_port, nginx

KEY = "hall-rule-5"
CHECK = "/en/members/check/?role=senator&day=2010&age=40"
CHANGES = "/en/changes/"
LOGIN = "/admin/login/"
A_SECOND = 1.05


class Answer(NamedTuple):
    """What nginx answered."""

    status: int
    headers: HTTPMessage
    text: str


@pytest.fixture(scope="module")
def site(tmp_path_factory, django_db_blocker):
    folder = tmp_path_factory.mktemp("site")
    with (
        django_db_blocker.unblock(),
        running_site(folder, PROXIES="1", LOG_LEVEL="WARNING") as site,
    ):
        yield site


@pytest.fixture(scope="module")
def port(site, tmp_path_factory):
    folder, port = tmp_path_factory.mktemp("nginx"), free_port()
    with nginx(folder, port, site.port):
        yield port


@pytest.fixture
def ask(port):
    """Ask nginx, on a connection of one's own."""
    trusting = ssl.create_default_context()
    trusting.check_hostname, trusting.verify_mode = False, ssl.CERT_NONE

    def asked(address, method="GET", body=None, **headers):
        connection = HTTPSConnection("127.0.0.1", port, context=trusting, timeout=30)
        with closing(connection):
            connection.request(method, address, body, {"Host": "localhost", **headers})
            answer = connection.getresponse()
            return Answer(answer.status, answer.headers, answer.read().decode())

    return asked


def test_a_page_passes_with_its_headers_once_each(ask):
    answer = ask("/en/")
    assert answer.status == 200
    assert "</html>" in answer.text
    assert len(answer.headers.get_all("Content-Security-Policy")) == 1
    assert "Set-Cookie" not in answer.headers


def test_who_has_the_page_is_told_so(ask):
    tag = ask("/en/").headers["ETag"]
    again = ask("/en/", **{"If-None-Match": tag})
    assert (again.status, again.text) == (304, "")


def test_the_parts_that_htmx_asks_for_are_kept_apart(ask):
    address = "/en/glossary/?words=hall"
    for plain in (ask("/en/timeline/"), ask(address)):
        assert "<html" in plain.text
    for part in (
        ask("/en/timeline/", **{"HX-Request": "true"}),
        ask(address, **{"HX-Request": "true"}),
    ):
        assert "<html" not in part.text


def test_nothing_is_older_than_a_second_after_a_publication(ask, site):
    anna, vera = Browser(site, "anna"), Browser(site, "vera")
    for number in range(1, 6):
        ask(CHANGES)
        change = anna.begin(KEY)
        anna.send(change, **{"row-sentence_en": f"The habit of number {number}."})
        ask(CHANGES)
        vera.approve(change)
        time.sleep(A_SECOND)
        assert f"The habit of number {number}." in ask(CHANGES).text


def test_two_hundred_silent_or_dripping_connections_stop_nobody(ask, port):
    with ExitStack() as connections:
        for number in range(200):
            connection = socket.create_connection(("127.0.0.1", port))
            connections.enter_context(connection)
            if number % 2:
                trusting = ssl.create_default_context()
                trusting.check_hostname, trusting.verify_mode = False, ssl.CERT_NONE
                connection = connections.enter_context(trusting.wrap_socket(connection))
                connection.sendall((SILENT, HALF_A_HEAD, HALF_A_BODY)[number % 3])
        for _ in range(20):
            assert ask("/healthz").status == 200


def test_thirty_pupils_behind_one_address_are_let_through(ask):
    pages = ["/en/", "/en/chambers/", "/en/powers/", "/en/timeline/", "/en/about/"]
    sheets = ["/static/architecture.md"] * 12  # where the tests have their files
    with ThreadPoolExecutor(30) as pupils:
        statuses = set(
            pupils.map(lambda address: ask(address).status, (pages + sheets) * 30)
        )
    assert statuses == {200}


def test_too_much_is_refused_by_nginx_itself_with_its_own_headers(ask):
    too_long = ask(LOGIN, "POST", b"x" * 2_000_000)
    assert too_long.status == 413
    assert "Please try again" in too_long.text
    assert "default-src 'none'" in too_long.headers["Content-Security-Policy"]
    assert too_long.headers["Cache-Control"] == "no-store"


def test_a_flood_of_log_ins_is_slowed_and_readers_are_not(ask):
    with ThreadPoolExecutor(20) as guessers:
        statuses = list(guessers.map(lambda _n: ask(LOGIN, "POST").status, range(120)))
    assert 429 in statuses
    assert set(statuses) <= {403, 429}
    assert ask("/en/").status == 200


def test_an_address_that_a_stranger_claims_is_not_believed(ask, site):
    form = "username=anna&password=guess"
    cookie = ask(LOGIN).headers["Set-Cookie"].split(";")[0]
    token = cookie.partition("=")[2]
    time.sleep(A_SECOND)  # of the limit on log-ins
    answer = ask(
        LOGIN,
        "POST",
        f"{form}&csrfmiddlewaretoken={token}",
        **{
            "Cookie": cookie,
            "Content-Type": "application/x-www-form-urlencoded",
            "X-Forwarded-For": "203.0.113.9",
            "Origin": "https://localhost",
        },
    )
    assert answer.status in (200, 403)
    assert "203.0.113.9" not in site.log.read_text()


def test_pages_are_kept_for_a_second_and_nothing_private(ask, site):
    """Last: the site is gone for a moment."""
    time.sleep(1 - time.time() % 1)  # a second begins
    ask("/en/about/")
    ask(CHECK)
    site.kill()
    try:
        assert ask("/en/about/").status == 200
        gone = ask(CHECK)
        assert gone.status in (502, 503)
        assert gone.headers["Retry-After"] == "30"
        assert "default-src 'none'" in gone.headers["Content-Security-Policy"]
    finally:
        site.start()
