"""The chambers side by side, and one chamber through time."""

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
    page = client.get("/en/chambers/?on=2007-09-01").page()
    assert page.count("aria-current") == 2  # the page in the menu, the day in the strip
    assert 'data-hx-push-url="true" aria-current="date"><b>29 August 2007</b>' in page


def row(page, label):
    """The cells of a row of the comparison, as text."""
    body = page[page.index('class="stack compare"') :]
    line = re.search(rf'<th scope="row">{label}</th>(.*?)</tr>', body, re.DOTALL)
    cells = re.findall(r"<td[^>]*>(.*?)</td>", line[1], re.DOTALL)
    return [re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", cell)).strip() for cell in cells]


def test_the_chambers_of_a_day_are_compared_row_by_row(client):
    page = client.get("/en/chambers/?on=2008-06-01").page()
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
    assert 'class="stack compare"' not in client.get("/en/chambers/?on=1994-06-01").text
    assert 'class="stack compare"' not in client.get("/en/chambers/?on=2026-08-01").text
    assert "Compared on 30 June 2026" in client.get("/en/chambers/").text


# --- one chamber through time ---------------------------------------------------------


@pytest.mark.parametrize(
    ("chamber", "on", "person"),
    [
        ("senate", "1996-06-01", "Ömırbek Baigeldi"),
        ("senate", "2010-01-01", "Kassym-Jomart Tokayev"),
        ("senate", "2012-01-01", "Qairat Mämi"),
        ("senate", "2016-01-01", "Kassym-Jomart Tokayev"),
        ("senate", "2019-06-01", "Darigha Nazarbaeva"),
        ("senate", "2026-06-30", "Maulen Ashimbayev"),
        ("majilis", "1997-01-01", "Marat Ospanov"),
        ("majilis", "2015-01-01", "Qabibolla Jaqypov"),
        ("majilis", "2016-05-01", "Baqtyqoja Izmūhambetov"),
        ("majilis", "2024-01-01", "Yerlan Koshanov"),
    ],
)
def test_who_chaired_a_chamber(see, chamber, on, person):
    assert f"{person} was Chair of the" in see(f"/en/chambers/{chamber}/?on={on}")


def test_what_one_weak_source_says_is_told_after_it(see):
    text = see("/en/chambers/senate/?on=1996-06-01")
    assert re.search(r"Chair of the Senate ?\. according to Encyclopedia copy", text)
    confirmed = see("/en/chambers/senate/?on=2026-06-30")
    assert re.search(r"Ashimbayev was Chair of the Senate ?\. From 4 May 2020", confirmed)


def test_nobody_sat_in_the_chair_on_a_day_that_no_source_names(see):
    text = see("/en/chambers/senate/?on=2020-05-03")
    assert "Who chaired it on this day is not stated in the sources." in text


@pytest.mark.parametrize(
    ("on", "number"),
    [
        ("1997", 1),
        ("2001", 2),
        ("2006", 3),
        ("2009", 4),
        ("2013", 5),
        ("2018", 6),
        ("2022", 7),
        ("2024", 8),
    ],
)
def test_which_convocation_sat(see, on, number):
    text = see(f"/en/chambers/majilis/?on={on}")
    assert re.search(rf"The Mäjilis of the {number}(st|nd|rd|th) convocation sat\.", text)


def test_the_history_lists_everything_and_marks_the_day(client, see):
    text = see("/en/chambers/majilis/history/?on=2013")
    for number in range(1, 9):
        assert re.search(rf"Convocation {number}\b", text)
    assert "Dissolutions" in text
    assert "On 30 January 1996" in text
    page = client.get("/en/chambers/majilis/history/?on=2013").page()
    shown = re.findall(r'<li class="shown" aria-current="date">\s*<p><b>(.*?)</b>', page)
    assert shown == ["Convocation 5", "Nūrlan Nyğmatulin"]


def test_when_the_senate_made_the_laws_alone(see):
    text = see("/en/chambers/senate/history/")
    assert "From 21 June 2007 to 10 July 2007 at least, perhaps to 11 July 2007" in text
    assert "From 16 November 2011 to 18 January 2012 at least" in text


def test_an_unknown_chamber_has_no_history(client):
    assert client.get("/en/chambers/nothing/history/").status_code == 404
    assert client.get("/en/chambers/parliament/history/").status_code == 404
