from __future__ import annotations

from datetime import date
from types import SimpleNamespace

from django.test import RequestFactory

from web.context_processors import page
from web.on import AsOf


def context(path="/en/chambers/", **attributes):
    request = RequestFactory().get(path)
    request.resolver_match = None
    for name, value in attributes.items():
        setattr(request, name, value)
    return page(request)


def test_links_keep_the_date_as_it_was_given():
    shared = context(on=AsOf("2007", date(2007, 12, 31)))
    assert shared["on_given"] == "2007"
    assert shared["on_query"] == "?on=2007"
    assert shared["on_before"] == "on=2007&"


def test_without_a_date_links_carry_none():
    shared = context(on=None)
    assert shared["on_given"] == shared["on_query"] == ""


def test_a_page_that_is_not_public_has_no_date():
    shared = context()
    assert shared["on"] is shared["today"] is None


def test_the_address_is_the_page_without_its_query():
    shared = context("/en/powers/?body=senate&utm_source=x")
    assert shared["address"] == "/en/powers/"
    assert shared["canonical"] == "http://testserver/en/powers/"
    assert shared["here"] == ""


def test_a_preview_has_the_address_of_the_page_it_shows():
    preview = SimpleNamespace(address="/en/chambers/senate/")
    assert context("/admin/preview/", preview=preview)["address"] == preview.address


def test_the_page_is_named_as_in_the_menu():
    match = SimpleNamespace(view_name="parliament:chamber-list")
    assert context(resolver_match=match)["here"] == "parliament:chamber-list"
