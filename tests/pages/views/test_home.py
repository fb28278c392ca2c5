from __future__ import annotations

import pytest

pytestmark = pytest.mark.django_db


def test_it_opens_on_the_last_day_of_the_two_chambers(see):
    text = see("/en/")
    assert "The Parliament of Kazakhstan on 30 June 2026" in text
    assert (
        "30 June 2026, the last day of the two chambers. They ended on 1 July 2026" in text
    )
    assert "See today, the Kurultai" in text


@pytest.mark.parametrize(
    ("on", "numbers"),
    [
        (
            "",
            [
                "50 seats in the Senate",
                "40 elected senators",
                "10 appointed senators",
                "6 years in a senator’s term",
                "98 seats in the Mäjilis",
                "5 years in a deputy’s term",
            ],
        ),
        (
            "1996-06-01",
            [
                "47 seats in the Senate",
                "7 appointed",
                "4 years in a senator’s term",
                "67 seats",
            ],
        ),
        (
            "1997-12-01",
            ["? seats in the Senate", "? elected senators", "7 appointed senators"],
        ),
        (
            "2022-10-01",
            ["? seats in the Senate", "40 elected senators", "? appointed senators"],
        ),
        ("2026-09-01", ["145 seats in the Kurultai", "5 years in a deputy’s term"]),
        ("1994-06-01", ["177 seats in the Supreme Council"]),
    ],
)
def test_the_key_numbers(see, on, numbers):
    text = see(f"/en/?on={on}")
    for number in numbers:
        assert number in text


def test_a_dissolved_chamber_is_not_shown_as_sitting(see):
    text = see("/en/?on=2007-07-01")
    assert "77 seats in the Mäjilis before it was dissolved" in text


def test_a_day_without_any_chamber(see):
    text = see("/en/?on=1995-06-01")
    assert "No chamber existed for certain on this day" in text
    assert "The Supreme Council had ended on 11 March 1995" in text
    assert "The Senate was to come: from 5 December 1995 at the latest" in text


def test_only_what_stood_on_the_day_is_shown(client):
    page = client.get("/en/?on=2026-09-01").text
    assert 'id="card-kurultai"' in page
    assert 'id="card-senate"' not in page


def test_an_empty_database_is_no_error(client, empty):
    assert client.get("/en/").status_code == 200
    assert client.get("/en/chambers/").status_code == 200
    assert client.get("/en/sources/").status_code == 200
    assert client.get("/en/styleguide/").status_code == 200
    assert client.get("/sitemap.xml").status_code == 200
