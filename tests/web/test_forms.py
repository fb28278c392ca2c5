from __future__ import annotations

from datetime import date

import pytest
from django import forms

from web.forms import DayField
from web.on import AsOf

TODAY = date(2026, 11, 22)


def test_a_day_a_month_and_a_year_are_read():
    field = DayField(TODAY)
    assert field.clean("2007-08-29") == AsOf("2007-08-29", date(2007, 8, 29))
    assert field.clean(" 2007-08 ") == AsOf("2007-08", date(2007, 8, 31))
    assert field.clean("2026") == AsOf("2026", TODAY)


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("banana", "We cannot read this as a date."),
        ("2023-02-30", "The calendar has no such day."),
        ("1700", "This site covers the days"),
        ("2" * 41, "at most 40 characters"),
        ("", "This field is required."),
    ],
)
def test_anything_else_is_refused_with_a_sentence(text, sentence):
    with pytest.raises(forms.ValidationError, match=sentence):
        DayField(TODAY).clean(text)


def test_an_empty_field_asks_for_nothing_or_for_the_usual_day():
    assert DayField(TODAY, required=False).clean("") is None
    usual = date(2026, 6, 30)
    assert DayField(TODAY, usual=usual).clean("") == AsOf("2026-06-30", usual)
    assert DayField(TODAY, usual=usual).clean("2007").day == date(2007, 12, 31)
