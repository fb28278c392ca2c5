from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from web.on import BadDateError, last_day, parse_on

TODAY = date(2026, 11, 22)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2007-08-29", date(2007, 8, 29)),
        ("2007-08", date(2007, 8, 31)),
        ("2008-02", date(2008, 2, 29)),
        ("2007", date(2007, 12, 31)),
        (" 2007 ", date(2007, 12, 31)),
        ("2026", TODAY),
        ("2026-11", TODAY),
        ("2026-12-01", date(2026, 12, 1)),
        ("1938-01-01", date(1938, 1, 1)),
        ("1938", date(1938, 12, 31)),
        ("2027-11-22", date(2027, 11, 22)),
    ],
)
def test_a_date_means_this_day(text, day):
    asked = parse_on(text, TODAY)
    assert asked is not None
    assert asked.day == day


@pytest.mark.parametrize("text", ["", "   "])
def test_an_empty_field_asks_for_nothing(text):
    assert parse_on(text, TODAY) is None


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("banana", "cannot read"),
        ("29.08.2007", "cannot read"),
        ("99999-01-01", "cannot read"),
        ("2007-8-29", "cannot read"),
        ("20O7", "cannot read"),
        ("２００７", "cannot read"),
        ("2007\x00", "cannot read"),
        ("2007-08-29 ; drop", "cannot read"),
        ("2" * 5000, "cannot read"),
        ("2023-02-30", "no such day"),
        ("2023-13", "no such day"),
        ("0000", "no such day"),
        ("1899-12-31", "covers the days from 1 January 1938 to 22 November 2027"),
        ("1937", "covers the days"),
        ("2027-11-23", "covers the days"),
        ("9999", "covers the days"),
        ("2027", "has not begun yet"),
        ("2026-12", "has not begun yet"),
    ],
)
def test_any_other_date_is_refused_with_a_sentence(text, sentence):
    with pytest.raises(BadDateError, match=sentence):
        parse_on(text, TODAY)


@given(st.text(max_size=60))
def test_no_text_breaks_it(text):
    try:
        asked = parse_on(text, TODAY)
    except BadDateError as error:
        asked, refused = None, error
    else:
        refused = None
    assert refused is None or (str(refused).endswith(".") and len(refused.given) <= 40)
    assert asked is None or date(1938, 1, 1) <= asked.day <= last_day(TODAY)


def test_a_year_from_the_29th_of_february():
    assert last_day(date(2028, 2, 29)) == date(2029, 2, 28)
