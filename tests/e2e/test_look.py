"""Where a page is read: a projector, a phone, paper, a browser without scripts."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect


def test_the_answer_is_on_the_first_screen_of_a_projector(page):
    page.set_viewport_size({"width": 1024, "height": 768})
    page.goto("/en/chambers/senate/?on=2010-01-01")
    expect(page.locator("#seats + .answer")).to_be_in_viewport()
    page.goto("/en/")
    for numbers in page.locator(".numbers").all():
        expect(numbers).to_be_in_viewport()


def test_paper_shows_the_facts_and_not_the_controls(page):
    page.goto("/en/chambers/senate/?on=2010-01-01")
    page.emulate_media(media="print")
    expect(page.locator(".date-bar")).to_be_hidden()
    expect(page.locator(".moments")).to_be_hidden()
    expect(page.locator("#seats + .answer")).to_be_visible()
    expect(page.locator(".hemicycle").first).to_be_visible()
    expect(page.get_by_text("1 January 2010").first).to_be_visible()


@pytest.mark.parametrize("address", ["/en/", "/en/chambers/senate/", "/en/sources/"])
def test_nothing_moves_while_the_page_loads(page, address):
    page.goto(address)
    shift = page.evaluate(
        """() => new Promise(resolve => {
          let sum = 0;
          new PerformanceObserver(list => {
            for (const one of list.getEntries()) sum += one.value;
          }).observe({type: 'layout-shift', buffered: true});
          requestAnimationFrame(() => requestAnimationFrame(() => resolve(sum)));
        })"""
    )
    assert shift == 0


def test_only_our_own_server_is_asked(page, base_url):
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    for address in ("/en/", "/en/chambers/senate/", "/en/sources/", "/en/styleguide/"):
        page.goto(address)
    assert [url for url in asked if not url.startswith(base_url)] == []
    assert page.context.cookies() == []
