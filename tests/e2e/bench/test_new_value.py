"""A new value from tomorrow, and back, by keyboard alone."""

from __future__ import annotations

import re
from datetime import timedelta

from playwright.sync_api import expect

from tests.e2e.bench.steps import (
    KURULTAI,
    PASSWORD,
    crafted,
    in_words,
    next_code,
    number,
    today,
    told,
)
from tests.e2e.keyboard import follow, write

OLD = (
    "According to a statement of the Government made before the vote, the threshold for "
    "party lists stays at 5%."
)
NEW = "In a test, the threshold for party lists rises to 7%."
WHY = "A test of what begins tomorrow."


def find(page, key, *words):
    """From any page of the bench to the page of a fact, by words that it says."""
    follow(page, page.get_by_role("link", name="On the bench").or_(home(page)).first)
    follow(page, page.get_by_role("link", name="Find a fact"))
    write(page, page.get_by_role("textbox", name="Search"), " ".join(words))
    with page.expect_navigation():
        page.keyboard.press("Enter")
    follow(page, page.get_by_role("link", name=key, exact=True))


def home(page):
    return page.get_by_role("link", name="Shanyraq: the editors’ bench")


def type_password(page, name):
    """Log in by keyboard."""
    page.goto("/admin/")
    write(page, page.get_by_label("Username"), name)
    write(page, page.get_by_label("Password"), PASSWORD)
    write(page, page.get_by_label("Code"), next_code(name))
    follow(page, page.get_by_role("button", name="Log in"))


def review(page, key):
    """From any page of the bench to what waits for a review, in one step."""
    follow(page, home(page))
    waiting = page.get_by_role("region", name="To review")
    follow(page, waiting.get_by_role("link", name=key))


def test_a_new_value_from_tomorrow_by_keyboard_alone(at):
    day = today() + timedelta(days=1)
    later = f"{KURULTAI}?on={day}"
    visitor, editor, reviewer = at(), at(), at()
    now_at_first, then_at_first = told(visitor, KURULTAI), told(visitor, later)
    assert OLD in now_at_first
    assert OLD in then_at_first

    type_password(editor, "aigerim")
    find(editor, "kurultai-choice-threshold", "threshold", "for", "party", "lists")
    follow(editor, editor.get_by_role("button", name="New value from a day"))
    write(editor, editor.get_by_label("First day it holds"), str(day))
    write(editor, editor.get_by_label("The fact in one sentence"), NEW)
    write(editor, editor.get_by_label("Passage:"), "gov-kz-2026-1")
    editor.keyboard.press("Tab")
    passage = editor.get_by_text("The Government stated that the 5% threshold stays")
    expect(passage).to_be_in_viewport()
    write(editor, editor.get_by_label("Why:"), WHY)
    follow(editor, editor.get_by_role("button", name="Save and send for review"))
    expect(editor.locator(".state")).to_contain_text("It is in review")
    change = editor.url

    assert_she_cannot_approve(editor, change)

    type_password(reviewer, "saule")
    review(reviewer, re.compile("kurultai-choice-threshold"))
    assert reviewer.url == change
    line = reviewer.get_by_role("row").filter(has_text="The fact in one sentence")
    expect(line.get_by_role("cell")).to_have_text([OLD, NEW])
    passage = reviewer.locator("aside").get_by_text("The Government stated that the 5%")
    expect(line).to_be_in_viewport(ratio=1)
    expect(passage).to_be_in_viewport(ratio=1)
    assert passage.bounding_box()["x"] > line.bounding_box()["x"] + 300
    ended = reviewer.get_by_role("row").filter(has_text="First day it no longer holds")
    expect(ended.get_by_role("cell")).to_have_text(["..", str(day)])
    follow(reviewer, reviewer.get_by_role("link", name="See the page as readers will"))
    expect(reviewer.get_by_text("Preview, not published.")).to_be_in_viewport()
    expect(reviewer.get_by_label("Show the Parliament as of")).to_have_value(str(day))
    expect(reviewer.locator("main")).to_contain_text(NEW)
    expect(reviewer.locator("main")).not_to_contain_text(OLD)
    assert (told(visitor, KURULTAI), told(visitor, later)) == (now_at_first, then_at_first)
    assert_readers_are_told_nothing_of(change, visitor)
    follow(reviewer, reviewer.get_by_role("link", name="Back to the change"))
    follow(reviewer, reviewer.get_by_role("button", name="Approve"))
    expect(reviewer.locator(".state")).to_contain_text("It is published")

    # Today's page says what it said, and of the value that ends its last day.
    since = f"{OLD} From 1 July 2026"
    until = f"{since} to {in_words(day - timedelta(days=1))}"
    assert told(visitor, KURULTAI) == now_at_first.replace(since, until)
    then = told(visitor, later)
    assert NEW in then
    assert OLD not in then
    assert_readers_are_told_why(change, visitor)
    assert visitor.context.cookies() == []

    follow(reviewer, reviewer.get_by_role("link", name=re.compile(f"threshold-{day}$")))
    assert_row_tells_who_when_why(reviewer)
    find(editor, "kurultai-choice-threshold", "kurultai-choice-threshold")
    assert_row_tells_who_when_why(editor)
    follow(editor, editor.get_by_role("link", name="New value from a day", exact=True))
    assert editor.url == change
    assert_change_tells_who_when_why(editor)

    follow(editor, editor.get_by_role("button", name="Go back to what it said before"))
    write(editor, editor.get_by_label("Why:"), "It was a test.")
    follow(editor, editor.get_by_role("button", name="Save and send for review"))
    review(reviewer, re.compile("kurultai-choice-threshold"))
    assert NEW in told(visitor, later)
    follow(reviewer, reviewer.get_by_role("button", name="Approve"))
    expect(reviewer.locator(".state")).to_contain_text("It is published")
    assert (told(visitor, KURULTAI), told(visitor, later)) == (now_at_first, then_at_first)


def assert_she_cannot_approve(page, change):
    """Neither by a button, nor by the list, nor by a request that she makes up."""
    expect(page.get_by_text("somebody else must approve it")).to_be_visible()
    expect(page.get_by_role("button", name="Approve")).to_have_count(0)
    move = f"/admin/bench/change/{number(change)}/move/"
    assert crafted(page, move, name="approve", version="2").status == 403
    chosen = {"action": "approve", "_selected_action": number(change), "index": "0"}
    refused = crafted(page, "/admin/bench/change/", **chosen)
    assert "You do not have the right to do that." in refused.text()
    page.reload()
    expect(page.locator(".state")).to_contain_text("It is in review")


def assert_readers_are_told_nothing_of(change, visitor):
    visitor.goto("/en/changes/")
    expect(visitor.get_by_role("heading", name="What we corrected")).to_be_visible()
    expect(visitor.locator(f"#change-{number(change)}")).to_have_count(0)


def assert_readers_are_told_why(change, visitor):
    """The public list: what was, what is, why; and no names of editors."""
    visitor.goto("/en/changes/")
    told = visitor.locator(f"#change-{number(change)}")
    expect(told).to_contain_text(WHY)
    line = told.get_by_role("row").filter(has_text="The fact in one sentence")
    expect(line.get_by_role("cell")).to_have_text([OLD, NEW])
    expect(visitor.locator("main")).not_to_contain_text(re.compile("aigerim|saule"))


def assert_row_tells_who_when_why(page):
    """The history of the row: what, when, why, by whom, approved by whom."""
    history = page.get_by_role("region", name="History")
    when = rf"({in_words(today())}|{in_words(today() - timedelta(days=1))}), \d\d:\d\d"
    expect(history.get_by_role("listitem").first).to_have_text(
        re.compile(
            rf"New value from a day, published {when}: {WHY} "
            r"\(begun by aigerim, approved by saule\)$",
        ),
        use_inner_text=True,
    )


def assert_change_tells_who_when_why(page):
    """The history of the change: each step, who made it and when; and why it was made."""
    steps = page.locator(".history > li")
    when = rf"({in_words(today())}|{in_words(today() - timedelta(days=1))}), \d\d:\d\d"
    expect(steps).to_have_text(
        [
            re.compile(rf"{when} aigerim: begun \(version 1\)"),
            re.compile(rf"{when} aigerim: saved \(version 2\).*Why: {WHY}", re.S),
            re.compile(rf"{when} aigerim: sent for review"),
            re.compile(rf"{when} saule: approved"),
            re.compile(rf"{when} saule: published"),
        ],
        use_inner_text=True,
    )
