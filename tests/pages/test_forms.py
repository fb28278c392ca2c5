"""The form that asks for two dates."""

from __future__ import annotations

from datetime import date

import pytest
from django.http import QueryDict

from pages.forms import CompareForm

TODAY = date(2026, 11, 22)


def form(**query):
    text = "&".join(f"{name}={value}" for name, value in query.items())
    return CompareForm(QueryDict(text), TODAY)


def read(first="", second=""):
    return form(**{"from": first, "to": second})


@pytest.mark.parametrize(
    ("typed", "day", "given"),
    [
        ("2007-08-29", date(2007, 8, 29), "2007-08-29"),
        ("+2007-08+", date(2007, 8, 31), "2007-08"),
        ("2007", date(2007, 12, 31), "2007"),
        ("2026", TODAY, "2026"),
    ],
)
def test_a_date_is_read_as_everywhere_and_kept_as_it_was_asked_for(typed, day, given):
    asked = read(typed, "2010")
    assert asked.is_valid()
    assert asked.days == (day, date(2010, 12, 31))
    assert asked.query == f"from={given}&to=2010"
    assert asked["from"].value() == given


def test_without_dates_it_asks_for_the_day_on_which_the_two_chambers_ended():
    for asked in (form(), read(), form(other="1")):
        assert asked.is_valid()
        assert asked.query == "from=2026-06-30&to=2026-07-01"
        assert asked["to"].value() == "2026-07-01"


@pytest.mark.parametrize(
    ("typed", "sentence", "shown"),
    [
        ("banana", "We cannot read this as a date.", "banana"),
        ("2007-02-30", "The calendar has no such day.", "2007-02-30"),
        ("1800", "This site covers the days from", "1800"),
        ("%00", "We cannot read this as a date.", ""),
        ("x" * 41, "We cannot read this as a date.", ""),
    ],
)
def test_what_is_no_date_is_told_beside_its_field(typed, sentence, shown):
    asked = read(second=typed)
    assert not asked.is_valid()
    assert asked["from"].errors == []
    (error,) = asked["to"].errors
    assert error.startswith(sentence)
    assert asked["to"].value() == shown
    assert asked["from"].value() == "2026-06-30"
