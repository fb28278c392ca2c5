"""The timeline by keyboard, with filters, and without JavaScript."""

from __future__ import annotations

import re

from playwright.sync_api import expect

TIMELINE = "/en/timeline/"


def test_a_mark_leads_to_its_entry_by_keyboard(page):
    page.goto(f"{TIMELINE}?kind=dissolution")
    mark = page.locator(".strip a").first
    mark.focus()
    key = mark.get_attribute("href").removeprefix("#")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(f"#{key}$"))
    expect(page.locator(f"#{key}")).to_be_in_viewport()
    page.keyboard.press("Tab")  # on from there: the links of that entry
    assert page.evaluate("document.activeElement.closest('li')?.id") == key


def test_an_entry_opens_and_closes_in_place_by_keyboard(page):
    page.goto(f"{TIMELINE}?kind=dissolution&chamber=majilis")
    link = page.locator(".events [data-opens]").first
    link.focus()
    page.keyboard.press("Enter")
    expect(page.locator(".events .opened .sources-body")).to_be_visible()
    expect(link).to_have_attribute("aria-expanded", "true")
    expect(link).to_be_focused()
    page.keyboard.press("Escape")
    expect(link).to_have_attribute("aria-expanded", "false")
    expect(page.locator(".events .sources-body")).to_have_count(0)


def test_the_list_and_the_strip_follow_the_filter(page, base_url):
    page.goto(TIMELINE)
    page.evaluate("window.same = true")
    kind = page.get_by_label("Kind")
    kind.focus()
    kind.select_option("referendum")
    asked = f"{base_url}{TIMELINE}?kind=referendum&chamber=&decade=&words="
    expect(page).to_have_url(asked)
    expect(page.locator(".events > li").first).to_contain_text("1995")
    shown = page.locator(".events > li").count()
    numbers = page.locator(".strip a text").all_text_contents()
    assert sum(map(int, numbers)) == shown
    expect(kind).to_be_focused()
    assert page.evaluate("window.same") is True
    page.go_back()
    expect(page.locator(".pages li").first).to_be_visible()


def test_marks_keep_their_size_on_a_phone_and_the_page_does_not_scroll_sideways(page):
    page.set_viewport_size({"width": 320, "height": 700})
    page.goto(TIMELINE)
    box = page.locator(".strip .target").first.bounding_box()
    assert box["width"] >= 24
    assert box["height"] >= 24
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    page.locator(".strip a").last.focus()
    expect(page.locator(".strip a").last).to_be_in_viewport()


def test_it_works_without_javascript(browser, base_url):
    context = browser.new_context(java_script_enabled=False, base_url=base_url)
    page = context.new_page()
    page.goto(TIMELINE)
    page.get_by_label("Kind").select_option("dissolution")
    page.get_by_role("button", name="Filter").click()
    expect(page).to_have_url(re.compile("kind=dissolution"))
    page.locator(".events [data-opens]").first.click()
    expect(page.get_by_role("heading", name="The fact and its sources")).to_be_visible()
    page.get_by_role("link", name="The Parliament that day").click()
    expect(page).to_have_url(re.compile(r"/en/\?on="))
    context.close()
