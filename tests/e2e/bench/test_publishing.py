"""What readers see of a publication."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from urllib.request import urlopen

from playwright.sync_api import expect

from tests.e2e.axe import complaints
from tests.e2e.bench.steps import (
    KURULTAI,
    begin,
    choose_in_the_list,
    said,
    save,
)


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
