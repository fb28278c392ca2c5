"""By keyboard alone."""

from __future__ import annotations

from playwright.sync_api import expect


def test_the_first_stop_leads_past_the_menu(page):
    page.goto("/en/chambers/senate/")
    page.keyboard.press("Tab")
    skip = page.get_by_role("link", name="Skip to the content")
    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport()
    page.keyboard.press("Enter")
    expect(page.locator("#main")).to_be_focused()


def test_a_date_is_asked_for_and_a_source_opened(page):
    page.goto("/en/chambers/senate/")
    page.get_by_label("Show the Parliament as of").focus()
    page.keyboard.type("1996-06-01")
    page.keyboard.press("Enter")
    expect(page.locator("#seats + .answer")).to_have_text("47 seats")
    summary = page.locator("section[aria-labelledby=seats] summary").first
    summary.focus()
    page.keyboard.press("Enter")
    expect(page.locator("section[aria-labelledby=seats] details").first).to_have_attribute(
        "open", ""
    )
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('.sources-body') !== null")


def test_every_stop_can_be_seen(page):
    """No focused element hides under the date bar, and each shows its outline."""
    page.set_viewport_size({"width": 1280, "height": 720})
    page.goto("/en/chambers/senate/?on=1997-12-01")
    for _ in range(60):
        page.keyboard.press("Tab")
        seen = page.evaluate(
            """() => {
              const one = document.activeElement, box = one.getBoundingClientRect();
              if (one === document.body) return true;
              const x = box.left + Math.min(box.width / 2, 5), y = box.top + box.height / 2;
              const top = document.elementFromPoint(x, y);
              return getComputedStyle(one).outlineStyle !== 'none' &&
                (one.contains(top) || top?.contains(one));
            }"""
        )
        assert seen, page.evaluate("document.activeElement.outerHTML")
