"""Asking for a date: with JavaScript, without it, and with the Back button."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

SENATE = "/en/chambers/senate/"


def answer(page):
    return page.locator("#seats + .answer")


@pytest.fixture
def plain(browser, base_url):
    """A page in a browser without JavaScript."""
    context = browser.new_context(java_script_enabled=False, base_url=base_url)
    yield context.new_page()
    context.close()


def test_the_page_is_swapped_and_its_address_pushed(page, base_url):
    page.goto(SENATE)
    page.evaluate("window.same = true")
    page.get_by_label("Show the Parliament as of").fill("1996-06-01")
    page.get_by_role("button", name="Show").click()
    expect(answer(page)).to_have_text("47 seats")
    expect(page).to_have_url(f"{base_url}{SENATE}?on=1996-06-01")
    expect(page).to_have_title("Senate, 1 June 1996 · Shanyraq")
    expect(page.locator("#said")).to_have_text("Senate, 1 June 1996")
    assert page.evaluate("window.same") is True
    expect(
        page.get_by_role("navigation", name="Main").get_by_text("At a glance")
    ).to_have_attribute("href", "/en/?on=1996-06-01")


def test_focus_stays_where_it_was(page):
    page.goto(SENATE)
    field = page.get_by_label("Show the Parliament as of")
    field.fill("2007")
    field.press("Enter")
    expect(answer(page)).to_have_text("47 seats")
    expect(field).to_be_focused()


def test_back_and_forward_show_what_was_there(page, base_url):
    page.goto(f"{SENATE}?on=2000-01-01")
    page.locator("#m-2007-08-29").click()
    expect(answer(page)).to_have_text("47 seats")
    page.locator("#m-2018-10-05").click()
    expect(answer(page)).to_have_text("49 seats")
    page.go_back()
    expect(answer(page)).to_have_text("47 seats")
    expect(page).to_have_url(f"{base_url}{SENATE}?on=2007-08-29")
    page.go_back()
    expect(answer(page)).to_have_text("39 seats")
    page.go_forward()
    expect(answer(page)).to_have_text("47 seats")
    expect(page.locator("html")).to_have_attribute("lang", "en")
    expect(page.get_by_role("contentinfo")).to_have_count(1)


def test_a_bad_date_is_answered_in_place(page, base_url):
    page.goto(SENATE)
    page.evaluate("window.same = true")
    field = page.get_by_label("Show the Parliament as of")
    field.fill("banana")
    field.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("A date we cannot use")
    expect(field).to_have_value("banana")
    expect(field).to_have_attribute("aria-invalid", "true")
    expect(page).to_have_url(f"{base_url}{SENATE}")
    assert page.evaluate("window.same") is True
    field.fill("1996")
    field.press("Enter")
    expect(answer(page)).to_have_text("47 seats")


def test_it_all_works_without_javascript(plain, base_url):
    plain.goto(SENATE)
    plain.get_by_label("Show the Parliament as of").fill("2007")
    plain.get_by_role("button", name="Show").click()
    expect(plain).to_have_url(f"{base_url}{SENATE}?on=2007")
    expect(answer(plain)).to_have_text("47 seats")
    plain.locator("#m-2018-10-05").click()
    expect(answer(plain)).to_have_text("49 seats")
    plain.go_back()
    expect(answer(plain)).to_have_text("47 seats")
    plain.get_by_label("Show the Parliament as of").fill("banana")
    plain.get_by_role("button", name="Show").click()
    expect(plain.get_by_role("heading", level=1)).to_have_text("A date we cannot use")


@pytest.mark.parametrize("scripted", [True, False])
def test_a_source_opens_in_place_and_leads_to_its_passage(page, plain, scripted):
    visitor = page if scripted else plain
    visitor.goto(f"{SENATE}?on=1996-06-01")
    source = visitor.locator("section[aria-labelledby=seats] details.sources").first
    link = source.get_by_role("link", name="Senate article: History, paragraph 1")
    expect(link).to_be_hidden()
    source.locator("summary").click()
    expect(link).to_be_visible()
    link.click()
    expect(visitor.get_by_role("heading", level=1)).to_have_text("History, paragraph 1")
    visitor.get_by_role("link", name="Senate article").click()
    expect(visitor.locator("#senate-article-history-1")).to_be_in_viewport()
