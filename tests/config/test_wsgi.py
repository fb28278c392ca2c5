"""What a request says of its charset, asked of the application that gunicorn serves."""

from __future__ import annotations

from encodings.aliases import aliases

import pytest

from config.wsgi import application
from tests.asking import ask

pytestmark = pytest.mark.django_db
CHARSETS = sorted({*aliases, *aliases.values(), "undefined", "idna", "punycode", "none"})
ADDRESSES = ("/healthz", "/en/nothing-here/", "/admin/login/")
MANY = "&".join(f"p{number}=1" for number in range(1001))


def status_of(address, query, content_type):
    """The status that the application answers to a GET, as a number."""
    status, _, _ = ask(application, address, query, CONTENT_TYPE=content_type)
    return int(status.split()[0])


@pytest.mark.parametrize("address", ADDRESSES)
def test_no_charset_that_a_request_names_is_a_failure(address):
    plain = status_of(address, "a=1", "")
    assert plain < 500
    for charset in CHARSETS:
        assert status_of(address, "a=1", f"text/plain; charset={charset}") == plain


@pytest.mark.parametrize("charset", ["utf-8", "rot13"])
def test_too_many_parameters_are_no_failure(charset):
    content_type = f"text/plain; charset={charset}"
    assert status_of("/admin/login/", MANY, content_type) == 400
    assert status_of("/en/about/", MANY, content_type) < 500
