from __future__ import annotations

import re

import pytest

pytestmark = pytest.mark.django_db


def test_without_a_date_each_is_shown_as_it_last_stood(see):
    text = see("/en/chambers/")
    assert "50 40 elected by local councils 10 appointed by the President" in text
    assert "98 69 elected from party lists 29 elected in single-member districts" in text
    assert "177 135 elected 42 elected from the President’s state list" in text
    assert "145 145 elected from party lists" in text
    assert text.count("As of 30 June 2026.") == 2
    assert "As of 10 March 1995." in text
    assert "As of 22 November 2026." in text


def test_on_a_day_all_are_shown_on_that_day(see):
    text = see("/en/chambers/?on=2006-05-01")
    assert "39 32 elected by local councils 7 appointed" in text
    assert "77 seats" in text
    assert text.count("It did not exist yet.") == 1
    assert text.count("It had ended by this day.") == 1


def test_a_number_that_is_not_settled(see):
    assert "this day falls between 47 and 39 seats" in see("/en/chambers/?on=1998")


def test_the_moment_shown_is_marked(client):
    page = client.get("/en/chambers/?on=2007-09-01").page
    assert page.count("aria-current") == 2  # the page in the menu, the day in the strip
    assert 'data-hx-push-url="true" aria-current="date"><b>29 August 2007</b>' in page


def row(page, label):
    """The cells of a row of the comparison, as text."""
    body = page[page.index('class="stack compare"') :]
    found = re.search(rf'<th scope="row">{label}</th>(.*?)</tr>', body, re.DOTALL)
    cells = re.findall(r"<td[^>]*>(.*?)</td>", found[1], re.DOTALL)
    return [re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", cell)).strip() for cell in cells]


def test_the_chambers_of_a_day_are_compared_row_by_row(client):
    page = client.get("/en/chambers/?on=2008-06-01").page
    senate, majilis = row(page, "Seats")
    assert senate.startswith("47 ")
    assert majilis.startswith("107 ")
    assert row(page, "How the seats are filled") == [
        "32 elected by local councils; 15 appointed by the President",
        "98 elected from party lists; 9 chosen by the Assembly of People",
    ]
    assert row(page, "Term")[0].startswith("Senators serve 6 years.")
    assert "Aslan Musin" in row(page, "Chair")[1]


def test_one_chamber_alone_is_not_compared(client):
    assert 'class="stack compare"' not in client.get("/en/chambers/?on=1994-06-01").page
    assert 'class="stack compare"' not in client.get("/en/chambers/?on=2026-08-01").page
    assert "Compared on 30 June 2026" in client.get("/en/chambers/").page
