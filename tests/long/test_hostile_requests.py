"""A hundred thousand hostile requests: no failure of the server, no traceback, none slow.

Most are asked of the WSGI application itself, by everybody who may be logged in; what they
wrote stays until the part ends, so that odd drafts meet the pages that show them.
"""

from __future__ import annotations

import gzip
import logging
import time
from io import BytesIO
from urllib.parse import unquote_to_bytes

import brotli
import pytest
from django.contrib.auth.models import User
from django.db import transaction

from config.wsgi import application
from tests.asking import ask
from tests.bench.conftest import logged_in, person
from tests.bench.form_pages import address_of
from tests.bench.making_changes import change_at
from tests.long.hostile import TOKEN, Walk
from tests.long.parts import parts

# Odd values leave templates other things open than the site's own do.
pytestmark = [pytest.mark.django_db, pytest.mark.ignore_template_errors]

MOST_SECONDS = 1.0
"""Of processor, for one request."""
STARTS = [
    *("/", "/en/", "/healthz", "/sitemap.xml", "/admin/", "/static/css/base.css"),
    *("/en/timeline/", "/en/compare/", "/en/members/check/", "/en/chambers/senate/"),
    *("/en/powers/", "/en/elections/", "/en/glossary/", "/en/sources/", "/en/changes/"),
]
BENCH = [
    *("/admin/facts/fact/", "/admin/facts/passage/", "/admin/facts/disagreement/"),
    *("/admin/bench/change/", "/admin/auth/user/", "/admin/bench/change/start/"),
    *("/admin/facts/document/", "/admin/facts/subject/", "/admin/facts/assessment/"),
]


def everybody():
    """Name, cookies and walk of a stranger, of one of each group, and of a superuser."""
    people = [person(name, name) for name in ("Readers", "Editors", "Reviewers")]
    people.append(User.objects.create_superuser("root"))
    changes = [
        change_at("draft", people[1]),
        change_at("review", people[1], key="majilis-term-1995"),
        change_at("draft", people[2], key="senate", kind="subject"),
    ]
    bench = [*BENCH, *map(address_of, changes)]
    yield "nobody", "", Walk(*STARTS)
    for one in people:
        session = logged_in(one).cookies["sessionid"].value
        cookies = f"sessionid={session}; csrftoken={TOKEN}"
        yield one.username, cookies, Walk(*STARTS, *bench)


def environ_of(asked, cookies):
    """A request as gunicorn hands it to the site."""
    path, _, query = asked.address.partition(b"?")
    environ = {
        "REQUEST_METHOD": asked.method,
        "path": unquote_to_bytes(path).decode("latin-1"),
        "query": query.decode("latin-1"),
        "CONTENT_LENGTH": str(len(asked.body)),
        "wsgi.input": BytesIO(asked.body),
        "REMOTE_ADDR": "203.0.113.9",
    }
    for name, text in asked.headers:
        key = name.upper().replace("-", "_")
        key = key if key.startswith("CONTENT_") else f"HTTP_{key}"
        environ[key] = text.encode().decode("latin-1")
    if cookies and "HTTP_COOKIE" not in environ:
        environ |= {"HTTP_COOKIE": cookies}
        environ.setdefault("HTTP_X_CSRFTOKEN", TOKEN)
    return environ


def page_of(headers, body):
    """The text of an answer, unpacked; empty where it is no page."""
    if not headers.get("Content-Type", "").startswith("text/html") or not body:
        return ""
    unpack = {"gzip": gzip.decompress, "br": brotli.decompress}
    return unpack.get(headers.get("Content-Encoding"), bytes)(body).decode()


class Asking:
    """The site asked in one process; ``faults`` says what went wrong."""

    def __init__(self, caplog):
        self.log = caplog
        self.faults = []

    def ask(self, asked, cookies=""):
        """The page that the site answers, if it is one."""
        self.log.clear()
        began = time.process_time()
        try:
            with transaction.atomic():  # what fails undoes no more than itself
                status, headers, body = ask(application, **environ_of(asked, cookies))
        except Exception as error:
            self.faults.append(f"{error!r} from {asked}")
            return ""
        took = time.process_time() - began
        if took > MOST_SECONDS:
            self.faults.append(f"{took:.1f} s for {asked}")
        if status >= "5":
            self.faults.append(f"{status} for {asked}")
        self.faults += [
            f"logged {record.getMessage()[:300]!r} for {asked}"
            for record in self.log.records
            if record.exc_info or record.levelno >= logging.ERROR
        ]
        page = page_of(headers, body)
        if "<q9" in page:
            self.faults.append(f"markup of a stranger is shown for {asked}")
        return page if status.startswith("200") else ""


@parts("hostile requests", whole=90_000, each=500)
def test_hostile_requests_of_everybody(part, caplog):
    asking = Asking(caplog)
    visitors = list(everybody())
    for number in range(part.each):
        random = part.random(number)
        name, cookies, walk = random.choice(visitors)
        is_plain = random.random() < 0.25
        asked = walk.plain(random) if is_plain else walk.request(random)
        before = len(asking.faults)
        page = asking.ask(asked, cookies)
        if page:
            walk.learn(asked.address.decode("latin-1").partition("?")[0], page)
        asking.faults[before:] = [f"{name}: {one}" for one in asking.faults[before:]]
    assert not asking.faults, "\n".join(asking.faults)
