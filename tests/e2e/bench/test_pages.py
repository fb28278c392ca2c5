"""Every page of the bench, for everybody: in every width and scheme, by keyboard."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.e2e.axe import complaints
from tests.e2e.bench.steps import (
    KEEPER,
    PASSWORD,
    begin,
    said,
    save,
)


def login(at, desk):
    page = at()
    page.goto("/admin/")
    return page


def login_refused(at, desk):
    page = login(at, desk)
    page.get_by_label("Username").fill("nobody")
    page.get_by_label("Password").fill("nothing")
    page.get_by_role("button", name="Log in").click()
    expect(page.get_by_text("Please enter the correct username")).to_be_visible()
    return page


def start_page(at, desk):
    assert all([desk.sent, desk.returned, desk.draft, desk.waiting])
    page = at("aigerim")
    page.goto("/admin/")
    for section in ("To review", "Returned to me", "My drafts", "Waiting for their day"):
        work = page.get_by_role("region", name=section)
        expect(work.get_by_role("listitem").first).to_be_visible()
    return page


def list_of_facts(at, desk):
    page = at("saule")
    page.goto("/admin/facts/fact/?q=threshold")
    return page


def list_of_changes(at, desk):
    assert desk.sent
    page = at("saule")
    page.goto("/admin/bench/change/")
    return page


def row(at, desk):
    page = at("aigerim")
    page.goto(desk.published)
    page.locator(".state a").click()
    expect(page.get_by_role("region", name="History")).to_contain_text("saule")
    return page


def draft(at, desk):
    page = at("aigerim")
    page.goto(desk.draft)
    expect(page.locator(".advice").first).to_be_visible()
    return page


def draft_with_errors(at, desk):
    page = draft(at, desk)
    typed = {"row-start": "banana", "row-citations-0-passage": "nonesuch"}
    save(page, **typed, **{"head-publish_on": "never"})
    expect(page.get_by_role("alert")).to_contain_text("Nothing is saved yet.")
    expect(page.locator("[aria-invalid=true]")).to_have_count(3)
    return page


def in_review(at, desk):
    page = at("saule")
    page.goto(desk.sent)
    expect(page.get_by_role("button", name="Approve")).to_be_visible()
    return page


def merge(at, desk):
    first, second = at("aigerim"), at("bolat")
    second.goto(begin(first, "majilis-open-deputy-chairs"))
    save(first, **{"row-act_en": "her act", "row-start": "1996-01-31"})
    said(first, "Saved as version 2.")
    save(second, **{"row-act_en": "his act"})
    expect(second.locator("table.merge")).to_be_visible()
    return second


def something_new(at, desk):
    page = at("aigerim")
    page.goto("/admin/bench/change/start/")
    return page


def aspects_of_a_subject(at, desk):
    page = something_new(at, desk)
    page.get_by_label("About:").fill("senate")
    page.keyboard.press("Tab")
    expect(page.get_by_role("heading", name="Aspects of subjects under")).to_be_visible()
    return page


def preview(at, desk):
    page = in_review(at, desk)
    page.get_by_role("link", name="See the page as readers will see it").click()
    expect(page.get_by_text("Preview, not published.")).to_be_visible()
    return page


def password(at, desk):
    page = at("aigerim")
    page.goto("/admin/password_change/")
    return page


def logged_out(at, desk):
    page = login(at, desk)
    page.get_by_label("Username").fill("bolat")
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Log in").click()
    page.get_by_role("button", name="Log out").click()
    expect(page.get_by_role("link", name="Log in again")).to_be_visible()
    return page


def set_up_page(at, desk):
    """An editor looks at how codes are set up."""
    page = at("aigerim")
    page.goto("/admin/codes/")
    expect(page.get_by_role("heading", name="Set up codes")).to_be_visible()
    return page


def codes_there_are(at, desk):
    page = at("saule")
    page.goto("/admin/codes/")
    expect(page.get_by_role("heading", name="Your codes")).to_be_visible()
    return page


def link_to_a_password(at, desk):
    page = at(KEEPER)
    page.goto("/admin/auth/user/?q=bolat")
    page.get_by_role("link", name="bolat").click()
    page.get_by_role("button", name="Make a one-time link").click()
    expect(page.get_by_role("heading", name="A one-time link")).to_be_visible()
    return page


def password_by_a_link(at, desk):
    link = link_to_a_password(at, desk).locator(".code-key").inner_text()
    page = at()
    page.goto(link)
    expect(page.get_by_role("button", name="Choose this password")).to_be_visible()
    return page


def forgotten_password(at, desk):
    page = login(at, desk)
    page.get_by_role("link", name="Forgotten your password?").click()
    expect(page.get_by_text("for a one-time link")).to_be_visible()
    return page


PAGES = (
    set_up_page,
    codes_there_are,
    link_to_a_password,
    password_by_a_link,
    forgotten_password,
    login,
    login_refused,
    start_page,
    list_of_facts,
    list_of_changes,
    row,
    draft,
    draft_with_errors,
    in_review,
    merge,
    something_new,
    aspects_of_a_subject,
    preview,
    password,
    logged_out,
)


@pytest.mark.parametrize("opened", PAGES, ids=lambda one: one.__name__)
def test_axe_finds_nothing(opened, at, desk):
    assert list(complaints(opened(at, desk))) == []


def test_a_refused_form_leads_to_its_first_mistake_by_keyboard(at, desk):
    page = draft_with_errors(at, desk)
    expect(page.locator(".errornote")).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator("[aria-invalid=true]").first).to_be_focused()


@pytest.mark.parametrize("opened", [list_of_facts, list_of_changes])
def test_a_list_can_be_read_on_a_phone(opened, at, desk):
    """No word is broken, no row is a screen high; the list scrolls in a box of its own."""
    page = opened(at, desk)
    page.set_viewport_size({"width": 320, "height": 900})
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    for row in page.locator("#result_list tbody tr").all()[:8]:
        assert row.bounding_box()["height"] < 450


def test_no_other_page_scrolls_sideways_or_complains(at, desk):
    page = at(KEEPER)
    page.set_viewport_size({"width": 320, "height": 900})
    models = ("assessment", "disagreement", "document", "passage", "subject")
    addresses = [
        *(desk.waiting, desk.published),
        *(f"/admin/facts/{model}/" for model in models),
        *(f"/admin/facts/{model}/1/change/" for model in models),
        *("/admin/auth/user/", "/admin/auth/user/add/", "/admin/auth/user/1/change/"),
        *("/admin/auth/group/", "/admin/auth/group/1/change/", "/admin/facts/"),
        *("/admin/auth/user/1/history/", "/admin/auth/user/1/password/"),
        *("/admin/password_change/done/", "/admin/nowhere/", "/admin/codes/"),
        "/admin/bench/accountevent/",
    ]
    for address in addresses:
        page.goto(address)
        expect(page.get_by_role("heading", level=1)).to_be_visible()
        assert page.evaluate("document.documentElement.scrollWidth") <= 320, address


ALL_ASPECTS = "All aspects, by what they are about"
EXISTENCE = "From when until when an institution was there"


def test_the_aspects_that_fit_a_subject_are_listed_as_soon_as_it_is_chosen(at, desk):
    page = something_new(at, desk)
    expect(page.get_by_text(ALL_ASPECTS)).to_be_visible()
    expect(page.get_by_text(EXISTENCE)).to_be_hidden()
    page = aspects_of_a_subject(at, desk)
    expect(page.get_by_text(EXISTENCE)).to_be_visible()
    expect(page.get_by_text(ALL_ASPECTS)).to_have_count(0)
    page.get_by_label("Aspect:").fill("seats")
    page.get_by_role("button", name="Begin").click()
    expect(page.locator(".errorlist")).to_contain_text("No page shows such facts of")
    expect(page.get_by_role("heading", name="Aspects of subjects under")).to_be_visible()


def test_without_javascript_all_aspects_can_be_unfolded(at, desk):
    page = at("aigerim", java_script_enabled=False)
    page.goto("/admin/bench/change/start/")
    page.get_by_text(ALL_ASPECTS).click()
    expect(page.get_by_text(EXISTENCE)).to_be_visible()
