"""Filtering a list: with JavaScript, without it, and with the Back button."""

from __future__ import annotations

from playwright.sync_api import expect

LIST = "/en/disagreements/"


def test_the_list_follows_the_filter_and_focus_stays(page, base_url):
    page.goto(LIST)
    page.evaluate("window.same = true")
    kind = page.get_by_label("Kind")
    kind.focus()
    kind.select_option("same-figure")
    expect(page.get_by_role("status").first).to_contain_text("2 of ")
    expect(page.get_by_role("link", name="Which 47 senators?")).to_be_visible()
    expect(kind).to_be_focused()
    expect(page).to_have_url(f"{base_url}{LIST}?subject=&kind=same-figure&document=&words=")
    page.get_by_label("Words").fill("SENATORS")
    page.get_by_label("Words").press("Enter")
    expect(page.get_by_role("status").first).to_contain_text("1 of ")
    assert page.evaluate("window.same") is True
    page.go_back()
    expect(page.get_by_role("status").first).to_contain_text("2 of ")


def test_it_works_without_javascript(browser, base_url):
    context = browser.new_context(java_script_enabled=False, base_url=base_url)
    page = context.new_page()
    page.goto(LIST)
    page.get_by_label("About").select_option("majilis")
    page.get_by_role("button", name="Filter").click()
    expect(page.get_by_role("link", name="Which 98 deputies?")).to_be_visible()
    expect(page.get_by_role("link", name="Which 47 senators?")).to_have_count(0)
    page.get_by_role("link", name="Show all").click()
    expect(page.get_by_role("link", name="Which 47 senators?")).to_be_visible()
    context.close()
