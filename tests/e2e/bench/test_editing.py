"""Two editors, a second person, and what is not lost."""

from __future__ import annotations

import re

from playwright.sync_api import expect

from tests.e2e.bench.steps import (
    PASSWORD,
    begin,
    choose_in_the_list,
    crafted,
    log_in,
    number,
    said,
    save,
    today,
    told,
)


def test_a_reviewer_who_wrote_a_word_cannot_approve(at):
    editor, reviewer = at("aigerim"), at("saule")
    change = begin(editor, "kurultai-duty-absences")
    save(editor, **{"row-sentence_en": "Absences cost pay.", "head-reason_en": "A test."})
    said(editor, "Saved as version 2.")
    reviewer.goto(change)
    save(reviewer, **{"row-act_en": "a word of the reviewer's"})
    said(reviewer, "Saved as version 3.")
    editor.reload()
    save(editor, "Save and send for review")
    said(editor, "It waits for a second person.")
    reviewer.goto(change)
    expect(reviewer.get_by_text("somebody else must approve it")).to_be_visible()
    expect(reviewer.get_by_role("button", name="Approve")).to_have_count(0)
    move = f"/admin/bench/change/{number(change)}/move/"
    assert crafted(reviewer, move, name="approve", version="4").status == 302
    reviewer.reload()
    said(reviewer, "You wrote some of this change, so somebody else must approve it.")
    choose_in_the_list(reviewer, change)
    expect(reviewer.locator(".errornote")).to_contain_text("You wrote some of this change")
    expect(reviewer.get_by_role("button", name="approve")).to_have_count(0)
    reviewer.goto(change)
    expect(reviewer.locator(".state")).to_contain_text("It is in review")


def test_two_editors_of_the_same_field_choose_and_lose_nothing(at):
    first, second = at("aigerim"), at("bolat")
    change = begin(first, "kurultai-immunity")
    at_first = first.get_by_label("The fact in one sentence").input_value()
    second.goto(change)
    theirs = {"row-sentence_en": "What Aigerim wrote.", "row-act_en": "her act"}
    save(first, **theirs, **{"head-reason_en": "Her reason."})
    said(first, "Saved as version 2.")
    mine = {"row-sentence_en": "What Bolat wrote.", "row-act_en": "his act"}
    save(second, **mine, **{"row-start": "2026-07-02"})

    expect(second.get_by_role("heading", level=1)).to_have_text(
        "You both changed the same thing"
    )
    expect(second.get_by_text("While you wrote, aigerim saved")).to_be_visible()
    rows = second.locator("table.merge tbody tr")
    expect(rows).to_have_count(2)
    act, sentence = (rows.filter(has_text=name) for name in ("Act", "The fact in one"))
    expect(sentence.get_by_role("cell")).to_contain_text(
        [at_first, "What Bolat wrote.", "What Aigerim wrote."]
    )
    expect(act.get_by_role("cell")).to_contain_text(["nothing", "his act", "her act"])
    expect(second.get_by_role("main")).to_contain_text("Why: Her reason.")
    first.reload()
    expect(first.get_by_label("Act:")).to_have_value("her act")

    sentence.get_by_label("What Aigerim wrote.").check()
    second.get_by_role("button", name="Save the merged text").click()
    said(second, "Saved as version 3.")
    for field, text in (
        ("The fact in one sentence", "What Aigerim wrote."),
        ("Act:", "his act"),
        ("First day it holds", "2026-07-02"),
        ("Why:", "Her reason."),
    ):
        expect(second.get_by_label(field)).to_have_value(text)


def test_two_editors_of_different_fields_are_merged_and_told(at):
    first, second = at("aigerim"), at("bolat")
    first.clock.install()
    change = begin(first, "kurultai-immunity-lifted")
    visits = first.get_by_role("status").filter(has_text="has this open too")
    expect(visits).to_have_count(0)
    second.goto(change)
    expect(second.locator("#visits")).to_contain_text("aigerim has this open too")
    save(second, **{"row-act_en": "his act"})
    said(second, "Saved as version 2.")
    first.clock.fast_forward(31_000)
    expect(visits).to_contain_text("bolat has this open too")
    expect(visits).to_contain_text("Somebody has saved version 2 since you opened this.")
    save(first, **{"row-sentence_en": "Her words.", "head-reason_en": "Because."})
    said(first, "Saved, with what somebody else changed meanwhile: Act.")
    expect(first.get_by_label("The fact in one sentence")).to_have_value("Her words.")
    expect(first.get_by_label("Act:")).to_have_value("his act")


def test_what_was_typed_is_not_left_behind_unasked(at):
    page, asked = at("aigerim"), []

    def stay(dialog):
        asked.append(dialog.type)
        dialog.dismiss()

    page.on("dialog", stay)
    address = begin(page, "kurultai-duty-taking-part")
    act = page.get_by_label("Act:")
    act.press_sequentially("her act")
    page.get_by_role("link", name="On the bench").click()
    expect(act).to_have_value("her act")
    assert (page.url, asked) == (address, ["beforeunload"])
    page.get_by_role("button", name="One more: citations").click()
    expect(page.get_by_label("Passage:")).to_have_count(2)
    page.get_by_role("link", name="On the bench").click()
    expect(act).to_have_value("her act")
    assert asked == ["beforeunload"] * 2
    save(page)
    said(page, "Saved as version 2.")
    page.get_by_role("link", name="On the bench").click()
    expect(page.get_by_role("heading", name="On the bench")).to_be_visible()
    assert asked == ["beforeunload"] * 2


def test_who_is_logged_out_is_told_and_loses_nothing(at):
    page = at()
    page.clock.install()
    log_in(page, "bolat")
    begin(page, "kurultai-seats-in-law")
    act = page.get_by_label("Act:")
    act.fill("what he typed")
    other = page.context.new_page()
    other.goto("/admin/")
    other.get_by_role("button", name="Log out").click()
    expect(other.get_by_role("link", name="Log in again")).to_be_visible()
    page.clock.fast_forward(31_000)
    expect(page.locator("#visits")).to_contain_text("You are logged out.")
    expect(page.get_by_label("Password")).to_have_count(0)
    log_in(other, "bolat")
    page.get_by_role("button", name="Save the draft").click()
    expect(page.get_by_role("heading", name="Not saved yet")).to_be_visible()
    page.get_by_role("button", name="Send it once more").click()
    said(page, "Saved as version")
    expect(act).to_have_value("what he typed")


def test_who_saves_logged_out_gets_her_text_back_without_javascript(at):
    page = at(java_script_enabled=False)
    log_in(page, "bolat")
    begin(page, "kurultai-requirement-age")
    page.get_by_label("Act:").fill("what he typed")
    page.get_by_label("Why:").fill("a reason he typed")
    other = page.context.new_page()
    other.goto("/admin/")
    other.get_by_role("button", name="Log out").click()
    page.get_by_role("button", name="Save the draft").click()
    expect(page.get_by_role("heading", name="Not saved")).to_be_visible()
    expect(page.get_by_text("what he typed")).to_be_visible()
    with page.context.expect_page() as opened:
        page.get_by_role("link", name="Log in in another tab").click()
    opened.value.get_by_label("Username").fill("bolat")
    opened.value.get_by_label("Password").fill(PASSWORD)
    opened.value.get_by_role("button", name="Log in").click()
    expect(opened.value.get_by_role("heading", name="On the bench")).to_be_visible()
    page.get_by_role("button", name="Send it once more").click()
    expect(page.get_by_role("heading", name="Not saved yet")).to_be_visible()
    page.get_by_role("button", name="Send it once more").click()
    said(page, "Saved as version")
    expect(page.get_by_label("Act:")).to_have_value("what he typed")
    expect(page.get_by_label("Why:")).to_have_value("a reason he typed")


def test_all_of_it_works_without_javascript(at):
    plain = {"java_script_enabled": False}
    first, second = at("aigerim", **plain), at("bolat", **plain)
    change = begin(first, "kurultai-duty-voting-in-person")
    second.goto(change)
    save(first, "One more: citations", **{"row-sentence_en": "A vote is cast in person."})
    expect(first.get_by_label("The fact in one sentence")).to_have_value(
        "A vote is cast in person."
    )
    passage = first.get_by_label("Passage:")
    expect(passage).to_have_count(2)
    passage.last.fill("constitution-2026-art-53")
    save(first, **{"head-reason_en": "A test."})
    said(first, "Saved as version 2.")
    expect(first.get_by_label("Passage:")).to_have_count(2)
    save(second, **{"row-sentence_en": "Nobody votes for somebody else."})
    second.get_by_label(re.compile("theirs: A vote is cast in person")).check()
    second.get_by_role("button", name="Save the merged text").click()
    said(second, "Saved as version 3.")
    save(second, "Save and send for review")
    said(second, "It waits for a second person.")
    reviewer = at("saule", **plain)
    reviewer.goto(change)
    expect(reviewer.locator("ins").first).to_have_text("A vote is cast in person.")
    reviewer.get_by_role("button", name="Approve").click()
    said(reviewer, "Approved. It is published.")
    assert "A vote is cast in person." in told(at(), f"/en/members/?on={today()}")
