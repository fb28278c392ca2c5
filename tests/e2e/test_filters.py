"""Filtering a list: with JavaScript, without it, and with the Back button."""

from __future__ import annotations

import re

from playwright.sync_api import expect

LIST = "/en/disagreements/"


def counted(page):
    """How many questions the line above the list tells of."""
    return int(page.get_by_role("status").first.inner_text().split()[0])


def test_the_list_follows_the_filter_and_focus_stays(page, base_url):
    page.goto(LIST)
    every = counted(page)
    page.evaluate("window.same = true")
    kind = page.get_by_label("Kind")
    kind.focus()
    kind.select_option("same-figure")
    expect(page).to_have_url(f"{base_url}{LIST}?subject=&kind=same-figure&document=&words=")
    expect(page.get_by_role("link", name="Which 47 senators?")).to_be_visible()
    same_figure = counted(page)
    assert 1 < same_figure < every
    expect(page.locator(".questions > li")).to_have_count(same_figure)
    expect(kind).to_be_focused()
    page.get_by_label("Words").fill("which 47 SENATORS")
    page.get_by_label("Words").press("Enter")
    expect(page.locator(".questions > li")).not_to_have_count(same_figure)
    assert 0 < counted(page) < same_figure
    assert page.evaluate("window.same") is True
    page.go_back()
    expect(page.locator(".questions > li")).to_have_count(same_figure)


def test_another_page_of_the_list_is_one_step_away(page):
    page.goto(LIST)
    first = page.locator(".questions a").first.inner_text()
    page.get_by_role("link", name="Page 2", exact=True).click()
    expect(page).to_have_url(re.compile(r"\?page=2$"))
    expect(page.locator(".questions a").first).not_to_have_text(first)
    expect(page.get_by_role("link", name="Page 2", exact=True)).to_have_attribute(
        "aria-current", "page"
    )


def test_it_works_without_javascript(browser, base_url):
    context = browser.new_context(java_script_enabled=False, base_url=base_url)
    page = context.new_page()
    page.goto(LIST)
    page.get_by_label("About").select_option("majilis")
    page.get_by_role("button", name="Filter").click()
    expect(page.get_by_role("link", name="Which 98 deputies?")).to_be_visible()
    expect(page.get_by_role("link", name="Which 47 senators?")).to_have_count(0)
    filtered = counted(page)
    page.get_by_role("link", name="Show all").click()
    assert counted(page) > filtered
    context.close()


def test_the_elections_follow_their_filters(page, base_url):
    page.goto("/en/elections/")
    rows = page.locator(".votes tbody tr")
    every = rows.count()
    page.get_by_label("Kind").select_option("referendum")
    expect(page).to_have_url(f"{base_url}/en/elections/?kind=referendum&decade=")
    expect(rows).to_have_count(4)
    page.get_by_label("Decade").select_option("1990")
    expect(rows).to_have_count(2)
    page.go_back()
    expect(rows).to_have_count(4)
    page.get_by_role("link", name="Show all").click()
    expect(rows).to_have_count(every)
