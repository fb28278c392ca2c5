"""The editors' bench, as several people use it, each in a browser of her own.

The bench has a server and a database to itself: what is published here shows in no other
test. Each test has its own facts.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import date, datetime, timedelta
from functools import cached_property
from urllib.request import urlopen
from zoneinfo import ZoneInfo

import pytest
from playwright.sync_api import expect

from tests.e2e.axe import complaints
from tests.e2e.conftest import environment, errors_of, manage, served
from tests.e2e.keyboard import follow, write

PASSWORD = "a word for Alatau only"  # noqa: S105 - of accounts that pass with the test
KEEPER = "keeper"
GROUPS = {"aigerim": "Editors", "bolat": "Editors", "saule": "Reviewers"}
KURULTAI = "/en/chambers/kurultai/"


def today() -> date:
    """The day it is for the server."""
    return datetime.now(ZoneInfo("Asia/Almaty")).date()


def in_words(day: date) -> str:
    return f"{day.day} {day:%B %Y}"


# --- who is there ---------------------------------------------------------------------


@pytest.fixture(scope="session")
def bench_url(content) -> Iterator[str]:
    """The address of a site that the editors may write to, and its first account."""
    shutil.copy(content / "db.sqlite3", content / "bench.sqlite3")
    settings = environment(content, "bench.sqlite3")
    keeper = {"DJANGO_SUPERUSER_PASSWORD": PASSWORD}
    command = ["createsuperuser", "--noinput", "--username", KEEPER, "--email", ""]
    manage({**settings, **keeper}, *command, "--verbosity", "0")
    with served(settings) as address:
        yield address


@pytest.fixture(scope="session")
def sessions(browser, bench_url) -> dict[str, dict]:
    """The cookies of everybody who has logged in; the keeper makes the accounts."""
    cookies = {}
    context = browser.new_context(base_url=bench_url, java_script_enabled=False)
    page = context.new_page()
    log_in(page, KEEPER)
    for name, group in GROUPS.items():
        page.goto("/admin/auth/user/add/")
        page.get_by_label("Username:").fill(name)
        page.get_by_label("Password:").fill(PASSWORD)
        page.get_by_label("Password confirmation:").fill(PASSWORD)
        page.get_by_role("button", name="Save", exact=True).click()
        page.get_by_label("Staff status").check()
        page.get_by_label("Groups:").select_option(group)
        page.get_by_role("button", name="Save", exact=True).click()
        expect(page.get_by_text("was changed successfully")).to_be_visible()
    cookies[KEEPER] = context.storage_state()
    context.close()
    for name in GROUPS:
        context = browser.new_context(base_url=bench_url, java_script_enabled=False)
        log_in(context.new_page(), name)
        cookies[name] = context.storage_state()
        context.close()
    return cookies


def log_in(page, name):
    page.goto("/admin/")
    page.get_by_label("Username").fill(name)
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Log in").click()
    expect(page.get_by_role("heading", name="On the bench")).to_be_visible()


@pytest.fixture
def at(browser, bench_url, sessions) -> Iterator[Callable]:
    """Gives pages in browsers of their own: ``at("saule")``, or ``at()`` for a visitor.

    The test fails where one of their consoles complains.
    """
    contexts, consoles = [], []

    def browse(name: str = "", **options):
        context = browser.new_context(
            base_url=bench_url, storage_state=sessions.get(name), **options
        )
        contexts.append(context)
        page = context.new_page()
        consoles.append(errors_of(page))
        return page

    yield browse
    for context in contexts:
        context.close()
    assert [error for errors in consoles for error in errors] == []


# --- what they do ---------------------------------------------------------------------


def begin(page, key: str, what: str = "Correct it") -> str:
    """Begin a change of a fact; the address of the change."""
    page.goto(f"/admin/facts/fact/?q={key}")
    page.get_by_role("link", name=key, exact=True).click()
    page.get_by_role("button", name=what).click()
    expect(page.locator(".state")).to_contain_text("It is a draft")
    return page.url


def save(page, button: str = "Save the draft", **typed: str) -> None:
    """Type into the form of a change, by the names of its fields, and save it."""
    for name, text in typed.items():
        page.locator(f"#form [name={name}]").fill(text)
    page.get_by_role("button", name=button).click()


def said(page, words: str) -> None:
    """Wait until the line above the page tells these words."""
    expect(page.locator(".messagelist")).to_contain_text(words)


def crafted(page, address: str, **fields: str):
    """What the server answers to a request that no button of ours makes."""
    cookies = {one["name"]: one["value"] for one in page.context.cookies()}
    fields["csrfmiddlewaretoken"] = cookies["csrftoken"]
    return page.request.post(address, form=fields, max_redirects=0)


def number(address: str) -> str:
    """The number of a change by its address."""
    return re.search(r"/change/(\d+)/", address).group(1)


def told(page, address: str) -> str:
    """All that a public page tells, but for the ways to other days."""
    page.goto(address)
    return page.locator("main").evaluate(
        """main => {
          const read = main.cloneNode(true);
          for (const one of read.querySelectorAll(".date-bar, .moments")) one.remove();
          return read.textContent.replace(/\\s+/g, " ");
        }"""
    )


# --- a new value from tomorrow, and back ----------------------------------------------

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
        )
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
        ]
    )


# --- nobody alone ---------------------------------------------------------------------


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


def choose_in_the_list(page, change):
    """Tick a change in the list of changes and choose to approve it."""
    page.goto("/admin/bench/change/")
    page.locator(f"input[name=_selected_action][value='{number(change)}']").check()
    page.get_by_label("Action:").select_option("Approve the chosen changes")
    page.get_by_role("button", name="Go").click()


# --- two at once ----------------------------------------------------------------------


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


# --- what readers see -----------------------------------------------------------------


def answers(address: str) -> list[str]:
    """30 answers of the site, each over a connection of its own.

    Three are asked for at once, so that one worker alone could not keep up with them.
    """

    def ask(_n: int) -> str:
        with urlopen(address) as response:  # noqa: S310 - loopback
            return response.read().decode()

    with ThreadPoolExecutor(3) as pool:
        return list(pool.map(ask, range(30)))


def test_every_worker_shows_a_publication_at_once(at, bench_url):
    editor, reviewer = at("aigerim"), at("saule")
    change = begin(editor, "kurultai-choice-first-election")
    old, new = "set for 23 August 2026", "set for a Sunday in August"
    sentence = f"The first election was {new}."
    save(
        editor,
        "Save and send for review",
        **{"row-sentence_en": sentence, "head-reason_en": "A test."},
    )
    said(editor, "It waits for a second person.")
    before = answers(bench_url + KURULTAI)
    assert all(old in page and new not in page for page in before)
    choose_in_the_list(reviewer, change)
    expect(reviewer.locator("ins")).to_contain_text(new)
    assert list(complaints(reviewer)) == []
    reviewer.get_by_role("button", name="I have read them: approve").click()
    said(reviewer, "Approved: Corrected: kurultai-choice-first-election")
    after = answers(bench_url + KURULTAI)
    assert all(new in page and old not in page for page in after)


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


# --- every page, for everybody --------------------------------------------------------


class Desk:
    """Work on the bench: the addresses of changes, each made when it is asked for."""

    def __init__(self, editor, reviewer):
        self.editor, self.reviewer = editor, reviewer

    @cached_property
    def draft(self):
        """A draft with words on what to look at again."""
        return self.saved("senate-name", "Save the draft")

    @cached_property
    def sent(self):
        """A new value that waits for its review."""
        address = begin(self.editor, "kurultai-oath", "New value from a day")
        typed = {
            "row-start": str(today() + timedelta(days=2)),
            "row-citations-0-passage": "constitution-2026-art-53",
            "head-reason_en": "A test.",
        }
        save(self.editor, "Save and send for review", **typed)
        said(self.editor, "It waits for a second person.")
        return address

    @cached_property
    def returned(self):
        """A change that its reviewer gave back."""
        return self.moved("majilis-name", "Give back", "Say which.")

    @cached_property
    def waiting(self):
        """An approved change that waits for its day."""
        return self.moved("senate-inquiries", "Approve", day=str(today() + timedelta(9)))

    @cached_property
    def published(self):
        return self.moved("majilis-first-sitting-1996", "Approve")

    def saved(self, key, button, day=""):
        address = begin(self.editor, key)
        long = "Words without an end, " * 9 + "x" * 60 + "."
        typed = {"row-act_en": long, "head-reason_en": "A test.", "head-publish_on": day}
        save(self.editor, button, **typed)
        said(self.editor, "Saved as version 2.")
        return address

    def moved(self, key, move, words="", day=""):
        address = self.saved(key, "Save and send for review", day)
        self.reviewer.goto(address)
        self.reviewer.get_by_label("A word to the others").fill(words)
        self.reviewer.get_by_role("button", name=move).click()
        said(self.reviewer, ". It ")
        return address


@pytest.fixture(scope="session")
def desk(browser, bench_url, sessions) -> Iterator[Desk]:
    contexts = [
        browser.new_context(
            base_url=bench_url, storage_state=sessions[name], java_script_enabled=False
        )
        for name in ("aigerim", "saule")
    ]
    yield Desk(*(context.new_page() for context in contexts))
    for context in contexts:
        context.close()


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
    expect(page.locator(".finding").first).to_be_visible()
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


PAGES = (
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
        *("/admin/password_change/done/", "/admin/nowhere/"),
    ]
    for address in addresses:
        page.goto(address)
        expect(page.get_by_role("heading", level=1)).to_be_visible()
        assert page.evaluate("document.documentElement.scrollWidth") <= 320, address
