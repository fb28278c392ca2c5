"""What editors, reviewers and visitors do in their browsers, step by step."""

from __future__ import annotations

import re
from base64 import b32decode
from datetime import date, datetime
from zoneinfo import ZoneInfo

from django_otp.oath import totp
from playwright.sync_api import expect

PASSWORD = "a word for Alatau only"  # noqa: S105 - of accounts that pass with the test
KEEPER = "keeper"
CODES: dict[str, list[str]] = {}
"""The recovery codes that are left of each who has some."""
GROUPS = {"aigerim": "Editors", "bolat": "Editors", "saule": "Reviewers"}
KURULTAI = "/en/chambers/kurultai/"


def today() -> date:
    """The day it is for the server."""
    return datetime.now(ZoneInfo("Asia/Almaty")).date()


def in_words(day: date) -> str:
    return f"{day.day} {day:%B %Y}"


def log_in(page, name):
    page.goto("/admin/")
    page.get_by_label("Username").fill(name)
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_label("Code").fill(next_code(name))
    page.get_by_role("button", name="Log in").click()
    expect(page.get_by_role("heading", name="On the bench")).to_be_visible()


def next_code(name) -> str:
    """A recovery code of somebody who has some; each works once."""
    return CODES[name].pop() if CODES.get(name) else ""


def set_up_codes(page, name):
    """Set up the codes of an app, on the page to which she is led, and note the others."""
    key = page.locator(".code-key").inner_text().replace(" ", "")
    code = totp(b32decode(key + "=" * (-len(key) % 8)))
    page.get_by_label("The code that the app shows now").fill(f"{code:06d}")
    page.get_by_role("button", name="Set up").click()
    CODES[name] = page.locator(".recovery-codes code").all_inner_texts()
    page.get_by_role("link", name="I have them: on to the bench").click()
    expect(page.get_by_role("heading", name="On the bench")).to_be_visible()


def add_account(page, name, group) -> str:
    """Add an account as its keeper does; the link to its password."""
    page.goto("/admin/auth/user/add/")
    page.get_by_label("Username:").fill(name)
    page.get_by_label("Groups:").select_option(group)
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.get_by_text("was added successfully")).to_be_visible()
    page.get_by_role("button", name="Make a one-time link").click()
    return page.locator(".code-key").inner_text()


def choose_password(page, link):
    page.goto(link)
    page.get_by_label("New password:").fill(PASSWORD)
    page.get_by_label("New password confirmation:").fill(PASSWORD)
    page.get_by_role("button", name="Choose this password").click()
    expect(page.get_by_text("Your password is chosen.")).to_be_visible()


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


def choose_in_the_list(page, change):
    """Tick a change in the list of changes and choose to approve it."""
    page.goto("/admin/bench/change/")
    page.locator(f"input[name=_selected_action][value='{number(change)}']").check()
    page.get_by_label("Action:").select_option("Approve the chosen changes")
    page.get_by_role("button", name="Go").click()
