"""The admin holds under the same strict policy as the site."""

from __future__ import annotations

from playwright.sync_api import expect


def test_the_way_in_opens_under_the_policy(page):
    page.goto("/admin/")
    expect(page.get_by_label("Username")).to_be_visible()
    assert (
        page.evaluate("getComputedStyle(document.querySelector('#header')).display")
        == "flex"
    )
