"""Days and periods in words, as readers meet them."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facts.periods import parse_bound, parse_period
from facts.periods_in_words import (
    day_in_words,
    edtf_in_words,
    end_in_words,
    period_in_words,
    start_in_words,
)

days = st.dates(date(1900, 1, 1), date(2100, 12, 31))
months = days.map(lambda day: day.strftime("%Y-%m"))
years = days.map(lambda day: day.strftime("%Y"))
singles = st.one_of(days.map(date.isoformat), months, years)


@given(singles)
def test_every_single_date_has_words(text):
    assert edtf_in_words(text).endswith(text[:4])


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("2007-08-29", "29 August 2007"),
        ("2007-08", "August 2007"),
        ("2007", "2007"),
        ("[2014..2016-03]", "between 2014 and March 2016"),
        ("[..1995-12-05]", "5 December 1995 or earlier"),
        ("[2016-03..]", "March 2016 or later"),
    ],
)
def test_a_date_in_words(text, words):
    assert edtf_in_words(text) == words


def test_a_span_may_be_worded_otherwise():
    words = edtf_in_words("[2014..2016]", "on some day from %(first)s to %(last)s")
    assert words == "on some day from 2014 to 2016"
    assert edtf_in_words("2014", "from %(first)s") == "2014"


def test_open_bounds_are_not_told():
    assert start_in_words(parse_bound("..", "start")) == ""
    assert end_in_words(parse_bound("..", "end")) == ""


def test_an_end_is_told_by_the_last_day():
    assert end_in_words(parse_bound("2007-08-29", "end")) == "to 28 August 2007"
    assert day_in_words(date(2007, 8, 29)) == "29 August 2007"


@pytest.mark.parametrize(
    ("start", "end", "words"),
    [
        ("2007-08-29", "2018-10-05", "from 29 August 2007 to 4 October 2018"),
        ("2026-07-01", "..", "from 1 July 2026"),
        ("..", "2007-08-29", "to 28 August 2007"),
        ("..", "..", "at all times"),
        ("1996-01-30", "1996-01-31", "on 30 January 1996"),
        ("1938", "1995-03-11", "from some day in 1938 to 10 March 1995"),
        ("1990-03", "..", "from some day in March 1990"),
        ("[..1995-12-05]", "..", "from 5 December 1995 at the latest"),
        (
            "[1997-10-08..1999-12-01]",
            "2007-08-29",
            "from 1 December 1999 at the latest, perhaps from 8 October 1997, "
            "to 28 August 2007",
        ),
        (
            "2016-01-01",
            "[2016-03-31..]",
            "from 1 January 2016 to 30 March 2016 at least",
        ),
        ("2016-01-01", "2017", "from 1 January 2016 to some day in 2017"),
        (
            "2016-01-01",
            "[2017..2018]",
            "from 1 January 2016 to 31 December 2016 at least, perhaps to some day in 2018",
        ),
        (
            "2016-01-01",
            "[..2026-07-01]",
            "at some time between 1 January 2016 and 30 June 2026",
        ),
        (
            "[..2023]",
            "[2022..2026-07-01]",
            "at some time, to 30 June 2026 at the latest",
        ),
        ("[2020..2023]", "[2022..]", "at some time from 1 January 2020"),
        ("..", "[..2026-07-01]", "to 30 June 2026 at the latest"),
        (
            "[2023-03-29..2023-03-31]",
            "[2023-04-01..2026-07-01]",
            "on 31 March 2023, perhaps from 29 March 2023 to 30 June 2026",
        ),
        (
            "[2023-03-29..2023-03-31]",
            "[2023-05-01..2026-07-01]",
            "for certain from 31 March 2023 to 30 April 2023, "
            "perhaps from 29 March 2023 to 30 June 2026",
        ),
        (
            "[..1994-03-07]",
            "[1994-03-08..]",
            "on 7 March 1994, perhaps before and after it",
        ),
        (
            "[2026-01-01..2026-08-19]",
            "[2026-08-20..]",
            "on 19 August 2026, perhaps already from 1 January 2026, perhaps later too",
        ),
        (
            "[..2023-03-19]",
            "[2023-03-20..2024-01-01]",
            "on 19 March 2023, perhaps before it, perhaps to 31 December 2023",
        ),
        ("[1999-01-01..1999-01-31]", "[1999-01-02..1999-02-01]", "in January 1999"),
        ("[1999-12-01..1999-12-31]", "[1999-12-02..2000-01-01]", "in December 1999"),
        ("[1999-01-01..1999-12-31]", "[1999-01-02..2000-01-01]", "in 1999"),
        (
            "[1999-01-01..1999-02-28]",
            "[1999-01-02..1999-03-01]",
            "at some time between 1 January 1999 and 28 February 1999",
        ),
        ("[..2022-04-25]", "2022-04-26", "to 25 April 2022 (the start is not known)"),
        ("2022-04-26", "[2022-04-27..]", "from 26 April 2022 (the end is not known)"),
        (
            "[2022-01-01..2022-04-25]",
            "2022-04-26",
            "on 25 April 2022, perhaps already from 1 January 2022",
        ),
        (
            "2022-04-26",
            "[2022-04-27..2026-07-01]",
            "on 26 April 2022, perhaps to 30 June 2026",
        ),
    ],
)
def test_a_period_in_words(start, end, words):
    assert period_in_words(parse_period(start, end)) == words


def test_a_time_known_on_neither_side_is_told_so():
    words = period_in_words(parse_period("[..1993-12-13]", "[1993-12-01..]"))
    assert words == "at some time that is not known"
