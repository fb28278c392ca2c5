"""One chamber on a day: the figures that must come out right."""

from __future__ import annotations

import pytest

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("on", "seats", "parts"),
    [
        ("1995-12-05", 47, "40 + 7 = 47"),
        ("1996-06-01", 47, "40 + 7 = 47"),
        ("1997-10-07", 47, "40 + 7 = 47"),
        ("1999-12-01", 39, "32 + 7 = 39"),
        ("2000-01-01", 39, "32 + 7 = 39"),
        ("2007-08-28", 39, "32 + 7 = 39"),
        ("2007-08-29", 47, "32 + 15 = 47"),
        ("2018-10-04", 47, "32 + 15 = 47"),
        ("2018-10-05", 49, "34 + 15 = 49"),
        ("2022-08-23", 49, "34 + 15 = 49"),
        ("2023-03-29", 50, "40 + 10 = 50"),
        ("2023-04-01", 50, "40 + 10 = 50"),
        ("2026-06-30", 50, "40 + 10 = 50"),
    ],
)
def test_the_seats_of_the_senate(see, on, seats, parts):
    text = see(f"/en/chambers/senate/?on={on}")
    assert f"Seats {seats} seats" in text
    assert f"In all {parts} {seats}" in text


@pytest.mark.parametrize(
    ("on", "before", "after"),
    [
        ("1997-10-08", 47, 39),
        ("1997-12-01", 47, 39),
        ("1999-11-30", 47, 39),
        ("2022-08-24", 49, 50),
        ("2022-10-01", 49, 50),
        ("2023-02-01", 49, 50),
        ("2023-03-28", 49, 50),
    ],
)
def test_where_the_sources_do_not_settle_the_seats_of_the_senate(see, on, before, after):
    text = see(f"/en/chambers/senate/?on={on}")
    assert "The sources do not settle this number" in text
    assert f"between {before} and {after}" in text
    assert f"Before: {before}" in text
    assert f"After: {after}" in text


@pytest.mark.parametrize(
    ("on", "seats", "parts"),
    [
        ("1997-01-01", 67, "In all 67"),
        ("1999-10-09", 67, "In all 67"),
        ("1999-10-10", 77, "In all 67 + 10 = 77 77"),
        ("2005-01-01", 77, "In all 67 + 10 = 77 77"),
        ("2007-08-18", 107, "In all 98 + 9 = 107 107"),
        ("2010-01-01", 107, "In all 98 + 9 = 107 107"),
        ("2023-03-18", 107, "In all 98 + 9 = 107 107"),
        ("2023-03-19", 98, "In all 69 + 29 = 98 98"),
    ],
)
def test_the_seats_of_the_majilis(see, on, seats, parts):
    text = see(f"/en/chambers/majilis/?on={on}")
    assert f"Seats {seats} seats" in text
    assert parts in text


@pytest.mark.parametrize(
    ("on", "last"),
    [("2007-06-20", 77), ("2012-01-01", 107), ("2016-02-01", 107), ("2023-03-18", 107)],
)
def test_between_a_dissolution_and_the_election(see, on, last):
    assert f"Dissolved; last had {last}." in see(f"/en/chambers/majilis/?on={on}")


@pytest.mark.parametrize("on", ["2007-06-19", "2007-08-18", "2012-01-15", "2023-03-19"])
def test_before_a_dissolution_and_after_the_election(see, on):
    assert "Dissolved;" not in see(f"/en/chambers/majilis/?on={on}")


@pytest.mark.parametrize(
    ("chamber", "on", "sentence"),
    [
        (
            "senate",
            "1998-10-06",
            "serve 4 years. Half of the elected ones are chosen anew every 2 years.",
        ),
        (
            "senate",
            "1998-10-07",
            "serve 6 years. Half of the elected ones are chosen anew every 3 years.",
        ),
        ("majilis", "1998-10-06", "Deputies serve 4 years."),
        ("majilis", "1998-10-07", "Deputies serve 5 years."),
    ],
)
def test_the_term_of_office(see, chamber, on, sentence):
    assert sentence in see(f"/en/chambers/{chamber}/?on={on}")


def test_a_year_means_its_last_day_and_the_page_says_so(see):
    text = see("/en/chambers/senate/?on=2007")
    assert "Shown as it was on 31 December 2007" in text
    assert "You asked for 2007. We show its last day, 31 December 2007." in text


@pytest.mark.parametrize(("chamber", "seats"), [("senate", 50), ("majilis", 98)])
def test_without_a_date_a_chamber_that_ended_is_shown_as_it_last_stood(see, chamber, seats):
    text = see(f"/en/chambers/{chamber}/")
    assert "ended on 1 July 2026" in text
    assert "the Constitution of 2026, articles 94 and 95" in text
    assert "What took its place: the Kurultai" in text
    assert "Shown as it last stood, on 30 June 2026" in text
    assert f"Seats {seats} seats" in text


def test_the_kurultai_says_what_is_known_and_what_is_not(see):
    text = see("/en/chambers/kurultai/")
    assert "145 seats, set by law" in text
    assert "Deputies serve 5 years." in text
    assert "What is not known" in text
    assert "no verified result of the first election" in text
    assert "Who chairs the Kurultai is not stated in our sources" in text
    assert "According to one note of August 2026" in text
    assert "ended on" not in text


def test_a_chamber_before_its_time_and_after_it(see):
    assert "The Kurultai did not exist yet" in see("/en/chambers/kurultai/?on=2006-05-01")
    ended = see("/en/chambers/senate/?on=2026-07-01")
    assert "The Senate no longer existed: it ended on 1 July 2026" in ended


def test_a_day_on_which_it_may_have_existed(see):
    text = see("/en/chambers/senate/?on=1995-10-01")
    assert "do not settle whether it existed on this day" in text


def test_the_name_is_the_one_of_the_day(see):
    assert "Supreme Soviet The single chamber" in see(
        "/en/chambers/supreme-soviet/?on=1991"
    )
    assert "Supreme Council The single chamber" in see(
        "/en/chambers/supreme-soviet/?on=1994"
    )


def test_a_number_that_no_source_states_is_said_to_be_so(see):
    text = see("/en/chambers/supreme-soviet/?on=1950-01-01")
    assert "The number of seats is not stated in the sources" in text
    assert "None" not in text


def test_a_day_past_the_sources_says_where_they_end(see):
    assert "Our sources end on 22 November 2026" in see(
        "/en/chambers/kurultai/?on=2027-01-01"
    )
    assert "Our sources end" not in see("/en/chambers/kurultai/?on=2026-11-22")


def test_every_source_leads_to_its_passage(client):
    page = client.get("/en/chambers/senate/?on=1996-06-01").page()
    passage = "/en/sources/senate-article/senate-article-history-1/"
    assert f'<a href="{passage}">' in page
    in_document = "/en/sources/senate-article/#senate-article-history-1"
    assert f'<a href="{in_document}">' in client.get(passage).page()
    assert (
        'id="senate-article-history-1"' in client.get("/en/sources/senate-article/").page()
    )


def test_claims_that_are_wrong_are_told_and_never_used(see):
    text = see("/en/chambers/senate/?on=2010-01-01")
    assert "Did former presidents sit in the Senate for life?" in text
    assert "six years, half every two years" not in text
    wrong = see("/en/disagreements/senate-term-and-renewal/")
    assert "six years, half every two years" in wrong
    assert "Seats 47 seats" in text


def test_a_fact_on_which_sources_disagree_carries_a_mark(client):
    page = client.get("/en/chambers/senate/?on=2010-01-01").page()
    start = page.index('class="sources differ"')
    mark = page[start : page.index("</details>", start)]
    assert 'href="/en/disagreements/senate-how-many/"' in mark


def test_a_judgement_has_its_speaker(see):
    text = see("/en/chambers/majilis/")
    assert "These are judgements of their speakers, not of this site" in text
    assert "The Parliament article itself; it names no other speaker" in text


def test_what_is_known_of_an_unsettled_number_is_told(see):
    text = see("/en/chambers/senate/?on=2022-10-01")
    assert "What is known: 40 elected by local councils." in text
    assert "7 appointed by the President." in see("/en/chambers/senate/?on=1998-01-01")


def test_a_number_with_nothing_settled_before_it(see):
    text = see("/en/chambers/supreme-soviet/?on=1990-03-15")
    assert "do not say how many seats there were before. They settle 360" in text


def test_the_changes_next_to_the_day_are_one_step_away(client):
    page = client.get("/en/chambers/senate/?on=2008-01-01").page()
    assert 'id="earlier" href="/en/chambers/senate/?on=2007-08-29"' in page
    assert 'id="later" href="/en/chambers/senate/?on=2018-10-05"' in page
    page = client.get("/en/chambers/senate/?on=2007-08-29").page()
    assert 'id="earlier" href="/en/chambers/senate/?on=2007-05-21"' in page


def test_every_link_keeps_the_date(client):
    page = client.get("/en/chambers/senate/?on=2007").page()
    assert 'href="/en/?on=2007"' in page
    assert 'href="/en/chambers/?on=2007"' in page


def test_before_its_first_known_name_it_bears_that_one(see):
    text = see("/en/chambers/supreme-soviet/?on=1938-06-01")
    assert "Supreme Soviet The single chamber" in text
    assert "Supreme Council The single chamber" not in text


def test_what_else_the_sources_tell_is_told_on_a_day_on_which_it_may_hold(see):
    heading = "What else the sources tell"
    senate = see("/en/chambers/senate/?on=2010-01-01")
    assert "senators had made more than a thousand inquiries" in senate
    assert heading in senate
    assert heading not in see("/en/chambers/majilis/?on=2010-01-01")
    soviet = see("/en/chambers/supreme-soviet/?on=1992-01-01")
    assert "Most deputies worked part-time beside their regular jobs." in soviet
    assert heading not in see("/en/chambers/supreme-soviet/?on=1980-01-01")


def test_of_a_chamber_that_did_not_stand_nothing_else_is_told(see):
    assert "What else" not in see("/en/chambers/senate/?on=2026-09-01")
