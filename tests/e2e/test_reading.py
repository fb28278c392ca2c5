"""The panel for reading comfort, and what opens in place."""

from __future__ import annotations

from playwright.sync_api import expect

PAGE = "/en/chambers/senate/"


def size_of_text(page):
    return page.evaluate("parseFloat(getComputedStyle(document.body).fontSize)")


def test_what_a_reader_chooses_stays_in_the_browser(page):
    page.goto(PAGE)
    usual = size_of_text(page)
    page.get_by_text("Reading comfort").click()
    page.get_by_label("double").check()
    page.get_by_label("white on black").check()
    page.get_by_role("radio", name="off").check()
    assert size_of_text(page) == 2 * usual
    page.reload()
    assert size_of_text(page) == 2 * usual
    assert (
        page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(0, 0, 0)"
    )
    expect(page.locator(".hemicycle").first).to_be_hidden()
    page.get_by_text("Reading comfort").click()
    expect(page.get_by_label("double")).to_be_checked()
    page.get_by_role("button", name="All as usual").click()
    assert size_of_text(page) == usual
    assert page.evaluate("localStorage.length") == 0


def test_nothing_is_cut_off_in_double_size_on_a_phone(page):
    page.set_viewport_size({"width": 320, "height": 900})
    page.goto(PAGE)
    page.evaluate(
        """localStorage.setItem("reading", '{"size": "double", "spacing": "wide"}')"""
    )
    for address in (
        PAGE,
        "/en/",
        "/en/chambers/?on=2008",
        "/en/sources/",
        "/en/disagreements/",
    ):
        page.goto(address)
        assert page.evaluate("document.documentElement.scrollWidth") <= 320, address


def test_without_javascript_the_panel_is_not_there(browser, base_url):
    context = browser.new_context(java_script_enabled=False, base_url=base_url)
    page = context.new_page()
    page.goto(PAGE)
    expect(page.get_by_text("Reading comfort")).to_be_hidden()
    context.close()


def test_a_browser_that_refuses_storage_still_shows_the_choice(page):
    page.add_init_script(
        "Object.defineProperty(window, 'localStorage', {get() { throw new Error('no'); }})"
    )
    page.goto(PAGE)
    usual = size_of_text(page)
    page.get_by_text("Reading comfort").click()
    page.get_by_label("larger").check()
    assert size_of_text(page) > usual


def test_what_rests_on_a_passage_opens_in_place_by_keyboard(page, base_url):
    page.goto("/en/sources/senate-article/")
    link = page.locator("#senate-article-history-1 a").first
    link.focus()
    page.keyboard.press("Enter")
    opened = page.locator("#rests-senate-article-history-1 li")
    expect(opened.first).to_be_visible()
    expect(page).to_have_url(f"{base_url}/en/sources/senate-article/")
    expect(link).to_be_focused()
    expect(page.locator("#said")).to_have_text("Opened.")
