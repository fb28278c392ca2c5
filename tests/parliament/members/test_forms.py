"""What the form of the check understands, and what it refuses."""

from __future__ import annotations

from datetime import date

import pytest

from parliament.members.check import Person
from parliament.members.forms import CheckForm

TODAY = date(2026, 11, 22)


def form(**given):
    data = {"role": "senator", "day": "2010-01-01", **given}
    return CheckForm(data, today=TODAY, initial={"day": "2026-11-22"})


def test_what_is_said_makes_a_person():
    said = form(age="28", citizen="yes", country="20", region="3", education="no", work="6")
    assert said.is_valid()
    assert said.person() == Person(28, True, 20, 3, False, 6)


def test_what_is_left_open_is_not_known():
    silent = form()
    assert silent.is_valid()
    assert silent.person() == Person()


def test_days_are_read_as_everywhere():
    both = form(day="2010", other="2026-08")
    assert both.is_valid()
    assert both.cleaned_data["day"].day == date(2010, 12, 31)
    assert both.cleaned_data["other"].day == date(2026, 8, 31)
    alone = form(other="")
    assert alone.is_valid()
    assert alone.cleaned_data["other"] is None


@pytest.mark.parametrize(
    ("field", "value", "message"),
    [
        ("age", "-3", "Years cannot be fewer than 0."),
        ("age", "131", "Nobody has had more than 130 of these years."),
        ("age", "young", "Write full years as a number, such as 28."),
        ("work", "29", "That is more years than the age."),
        ("day", "", "Write a day, such as 2010-01-01."),
        ("day", "banana", "We cannot read this as a date."),
        ("other", "1700", "This site covers the days"),
        ("role", "king", "Select a valid choice."),
    ],
)
def test_what_cannot_be_is_refused_where_it_stands(field, value, message):
    refused = form(**{"age": "28", field: value})
    assert not refused.is_valid()
    assert list(refused.errors) == [field]
    assert message in refused.errors[field][0]


def test_years_are_compared_with_the_age_only_where_it_is_said():
    assert form(work="29").is_valid()
