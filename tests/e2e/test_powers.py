"""The matrix, a power opened in place, the check, and a term explained, in a browser."""

from __future__ import annotations

import re

from playwright.sync_api import expect


def test_the_matrix_follows_its_filters_and_focus_stays(page, base_url):
    page.goto("/en/powers/?on=2016-01-01")
    page.evaluate("window.same = true")
    every = page.locator("a.cell").count()
    body = page.get_by_label("Who acts")
    body.focus()
    body.select_option("senate")
    page.get_by_label("How", exact=True).select_option("joint")
    expect(page).to_have_url(re.compile("body=senate&procedure=joint"))
    expect(page.locator("#matrix thead th")).not_to_have_count(0)
    assert 0 < page.locator("a.cell").count() < every
    expect(page.get_by_role("status").first).to_contain_text(f"of {every} powers")
    assert page.evaluate("window.same") is True
    page.go_back()
    expect(page.get_by_label("Who acts")).to_be_visible()


def test_a_cell_opens_its_power_in_place_by_keyboard(page, base_url):
    page.goto("/en/powers/?on=2010")
    cell = page.locator("a.cell[href*='amending-the-constitution']")
    cell.focus()
    page.keyboard.press("Enter")
    opened = page.locator("#in-amending-the-constitution")
    expect(opened).to_contain_text("36 of 47 in the Senate")
    expect(page).to_have_url(f"{base_url}/en/powers/?on=2010")
    expect(cell).to_be_focused()
    expect(cell).to_have_attribute("aria-expanded", "true")
    page.keyboard.press("Escape")
    expect(opened).to_be_empty()
    expect(cell).to_have_attribute("aria-expanded", "false")


def test_another_day_keeps_the_filter(page):
    page.goto("/en/powers/")
    page.get_by_label("About").select_option("war-and-peace")
    expect(page).to_have_url(re.compile("matter=war-and-peace"))
    page.get_by_label("Show the Parliament as of").fill("2016")
    page.get_by_role("button", name="Show", exact=True).click()
    expect(page).to_have_url(re.compile(r"on=2016.*matter=war-and-peace"))
    expect(page.get_by_label("About")).to_have_value("war-and-peace")


def test_the_matrix_works_without_javascript(browser, base_url):
    context = browser.new_context(java_script_enabled=False, base_url=base_url)
    page = context.new_page()
    page.goto("/en/powers/?on=2016-01-01")
    page.get_by_label("About").select_option("treaties")
    page.get_by_role("button", name="Filter").click()
    page.locator("a.cell").first.click()
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    expect(page).to_have_url(re.compile(r"/en/powers/[a-z-]+/\?on=2016-01-01"))
    context.close()


def test_the_matrix_fits_a_phone(page):
    page.set_viewport_size({"width": 320, "height": 800})
    page.goto("/en/powers/")
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_the_answer_of_the_check_follows_the_fields_and_leaves_no_trace(page, base_url):
    address = f"{base_url}/en/members/check/?on=2010-01-01"
    page.goto(address)
    page.get_by_label("To be a").select_option("senator")
    page.get_by_label("Age").fill("28")
    expect(page.locator("#answer")).to_contain_text("No.")
    page.get_by_label("Age").fill("-3")
    expect(page.locator("#answer")).to_contain_text("Years cannot be fewer than 0.")
    expect(page).to_have_url(address)
    assert page.evaluate("localStorage.length + document.cookie.length") == 0


def test_a_term_is_explained_where_it_stands(page, base_url):
    page.goto("/en/powers/amending-the-constitution/?on=2010")
    term = page.locator("a.term").first
    term.focus()
    page.keyboard.press("Enter")
    expect(page.locator(".meant .meaning").first).to_be_visible()
    expect(page).to_have_url(f"{base_url}/en/powers/amending-the-constitution/?on=2010")
