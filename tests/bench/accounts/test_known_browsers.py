from __future__ import annotations

import pytest
from django.http import HttpResponse

from bench.accounts.known_browsers import (
    COOKIE,
    MOST_NAMES,
    known_browser,
    remember_browser,
)


def asked(rf, cookie=""):
    request = rf.get("/admin/login/")
    if cookie:
        request.COOKIES[COOKIE] = cookie
    return request


def remembered(rf, *names):
    """The cookie of a browser with which these logged in, one after the other."""
    cookie = ""
    for name in names:
        response = HttpResponse()
        remember_browser(asked(rf, cookie), response, name)
        cookie = response.cookies[COOKIE].value
    return cookie


def test_a_browser_is_known_of_who_logged_in_with_it_and_of_nobody_else(rf):
    cookie = remembered(rf, "anna")
    assert known_browser(asked(rf, cookie), "Anna")
    assert not known_browser(asked(rf, cookie), "berik")
    assert not known_browser(asked(rf), "anna")


def test_it_stays_one_browser_when_others_use_it_too(rf):
    first = remembered(rf, "anna")
    both = remembered(rf, "anna", "berik")
    assert known_browser(asked(rf, both), "anna") == known_browser(asked(rf, both), "berik")
    assert known_browser(asked(rf, first), "anna") != known_browser(asked(rf, both), "anna")


def test_it_is_known_of_few(rf):
    names = [f"pupil-{number}" for number in range(MOST_NAMES + 1)]
    cookie = remembered(rf, *names)
    known = [name for name in names if known_browser(asked(rf, cookie), name)]
    assert known == names[1:]


@pytest.mark.parametrize("cookie", ["x", "W10:1:forged", "é"])
def test_a_cookie_of_somebodys_own_making_is_none(rf, cookie):
    assert not known_browser(asked(rf, cookie), "anna")


def test_no_script_reads_it_and_no_public_page_gets_it(rf):
    response = HttpResponse()
    remember_browser(asked(rf), response, "anna")
    cookie = response.cookies[COOKIE]
    assert (cookie["httponly"], cookie["samesite"], cookie["path"]) == (
        True,
        "Lax",
        "/admin/",
    )
    assert "anna" not in cookie.value
