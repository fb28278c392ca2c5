from __future__ import annotations

import os
import secrets
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent
# The one without windows does the same in little more than half the time.
CHROMIUM = shutil.which("chromium-headless-shell") or shutil.which("chromium")
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--disable-dev-shm-usage",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args):
    """Debian's Chromium; no browser is downloaded."""
    return {**browser_type_launch_args, "executable_path": CHROMIUM, "args": FLAGS}


@pytest.fixture(scope="session")
def django_db_setup():
    """These tests never touch a database of their own."""


def free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])


@pytest.fixture(scope="session")
def content(tmp_path_factory) -> Path:
    """A folder with a database that holds the site's content, and the collected files."""
    folder = tmp_path_factory.mktemp("e2e")
    for command in (["migrate"], ["load_content"], ["collectstatic", "--noinput"]):
        manage(environment(folder), *command, "--verbosity", "0")
    return folder


def environment(folder: Path, database: str = "db.sqlite3") -> dict[str, str]:
    """What the site is told about where its things are."""
    return {
        **os.environ,
        "DATABASE_URL": f"sqlite:///{folder / database}",
        "STATIC_ROOT": str(folder / "static"),
        "SECRET_KEY": secrets.token_urlsafe(64),
        "DJANGO_SETTINGS_MODULE": "config.settings",
    }


def manage(environment: dict[str, str], *command: str) -> None:
    subprocess.run(
        [sys.executable, "manage.py", *command], cwd=ROOT, env=environment, check=True
    )


@contextmanager
def served(environment: dict[str, str]) -> Iterator[str]:
    """Serve the site with gunicorn, at the address that is given."""
    port = free_port()
    server = subprocess.Popen(
        [sys.executable, "-m", "gunicorn", "--config", "config/gunicorn.py"],
        cwd=ROOT,
        env={**environment, "PORT": str(port)},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    address = f"http://localhost:{port}"
    try:
        wait_for(f"{address}/healthz")
        yield address
    finally:
        server.terminate()
        server.wait(timeout=10)


@pytest.fixture(scope="session")
def base_url(content) -> Iterator[str]:
    """The address of the site, served by gunicorn from a database made for the tests."""
    with served(environment(content)) as address:
        yield address


def wait_for(address: str) -> None:
    for _ in range(100):
        try:
            with urllib.request.urlopen(address, timeout=1):  # noqa: S310 - loopback
                return
        except OSError:  # not there yet, or slow to answer
            time.sleep(0.1)
    raise RuntimeError(f"{address} does not answer")


@pytest.fixture
def page(page):
    """A page that fails the test on any error in its console."""
    errors = errors_of(page)
    yield page
    assert errors == []


def errors_of(page) -> list[str]:
    """What the console of a page complains of from now on."""
    errors: list[str] = []

    def told(text: str) -> None:
        # Chromium reports every answer of 4xx; some tests ask for one.
        if "the server responded with a status of 4" not in text:
            errors.append(text)

    page.on("console", lambda one: told(one.text) if one.type == "error" else None)
    page.on("pageerror", lambda error: told(str(error)))
    return errors
