"""The site refuses to start on a value that it cannot read."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest
from django.conf import settings

KEY = "k" * 60


def start(read="DEBUG", **environment):
    """Read a setting in a Python of its own; returns its exit code and words."""
    found = subprocess.run(
        [sys.executable, "-c", f"from config.settings import *; print({read})"],
        cwd=settings.BASE_DIR,
        env={"PATH": os.environ["PATH"], "SECRET_KEY": KEY, **environment},
        capture_output=True,
        text=True,
        check=False,
    )
    return found.returncode, found.stdout + found.stderr


def test_it_starts_with_a_key_alone():
    assert start() == (0, "False\n")


@pytest.mark.parametrize(
    ("variable", "value"),
    [
        ("DEBUG", "maybe"),
        ("HTTPS", "2"),
        ("SITE_URL", "shanyraq.kz"),
        ("CACHE_URL", "memcached://localhost"),
        ("SECRET_KEY", ""),
        ("SECRET_KEY", "short"),
        ("LOG_LEVEL", "LOUD"),
        ("DATABASE_URL", "garbage"),
        ("DATABASE_URL", "mysql://localhost/x"),
        ("DATABASE_URL", "postgres://a:b@host:99999999/x"),
    ],
)
def test_a_wrong_value_stops_it(variable, value):
    code, words = start(**{variable: value})
    assert code != 0
    assert variable in words


@pytest.mark.parametrize(
    ("query", "options"), [("", "-c jit=off"), ("?options=-c%20jit%3Don", "-c jit=on")]
)
def test_postgresql_compiles_no_question_unless_it_is_told_to(query, options):
    code, words = start(
        read="DATABASES['default']['OPTIONS']['options']",
        DATABASE_URL=f"postgres://reader@localhost/site{query}",
    )
    assert (code, words) == (0, f"{options}\n")


@pytest.mark.parametrize(
    ("variable", "value"), [("PORT", "http"), ("PORT", "0"), ("WEB_CONCURRENCY", "-1")]
)
def test_a_wrong_value_stops_the_server(variable, value):
    found = subprocess.run(
        [
            sys.executable,
            "-m",
            "gunicorn",
            "--check-config",
            "--config",
            "config/gunicorn.py",
        ],
        cwd=settings.BASE_DIR,
        env={"PATH": os.environ["PATH"], "SECRET_KEY": KEY, variable: value},
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert found.returncode != 0
    assert value in found.stdout + found.stderr or variable in found.stdout + found.stderr


@pytest.mark.parametrize(("https", "believed"), [("1", "True"), ("0", "False")])
def test_who_says_that_it_is_https_is_believed_behind_a_proxy_alone(https, believed):
    code, words = start(read="SECURE_PROXY_SSL_HEADER is not None", HTTPS=https)
    assert (code, words) == (0, f"{believed}\n")


@pytest.mark.parametrize(
    ("variables", "address"),
    [
        ({}, "http://localhost:8000"),
        ({"PORT": "8001"}, "http://localhost:8001"),
        ({"ALLOWED_HOSTS": "localhost,shanyraq.kz", "HTTPS": "1"}, "https://shanyraq.kz"),
        ({"SITE_URL": "https://WWW.shanyraq.kz/"}, "https://www.shanyraq.kz"),
    ],
)
def test_the_site_has_one_address(variables, address):
    assert start(read="SITE_URL", **variables) == (0, f"{address}\n")


def test_https_makes_cookies_secure_and_sends_visitors_on():
    code = (
        "import config.settings as s; "
        "assert s.SECURE_SSL_REDIRECT and s.SESSION_COOKIE_SECURE and s.CSRF_COOKIE_SECURE"
    )
    subprocess.run(
        [sys.executable, "-c", code],
        cwd=settings.BASE_DIR,
        env={"PATH": os.environ["PATH"], "SECRET_KEY": KEY, "HTTPS": "1"},
        check=True,
    )


def test_what_was_saved_on_sqlite_is_on_the_disk():
    read = "DATABASES['default']['OPTIONS']['init_command']"
    assert "synchronous=FULL" in start(read=read)[1]


def test_the_list_of_static_files_is_not_among_them(tmp_path):
    """What stands among the static files is public."""
    root = tmp_path / "static"
    subprocess.run(
        [sys.executable, "manage.py", "collectstatic", "--noinput", "--verbosity", "0"],
        cwd=settings.BASE_DIR,
        env={"PATH": os.environ["PATH"], "SECRET_KEY": KEY, "STATIC_ROOT": str(root)},
        check=True,
    )
    assert (tmp_path / "static-names" / "staticfiles.json").is_file()
    assert list(root.rglob("*.json*")) == []
    assert list(root.rglob("tokens.*.css"))
