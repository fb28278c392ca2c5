"""On which day a page about the whole Parliament opens."""

from __future__ import annotations

from datetime import date
from types import SimpleNamespace

import pytest

from parliament.chambers.opening import opening
from tests import factories

pytestmark = pytest.mark.django_db


def request(asked=None, today="2026-11-22"):
    day = date.fromisoformat(today)
    asked_day = date.fromisoformat(asked) if asked else None
    return SimpleNamespace(today=day, asked_day=asked_day, day=asked_day or day)


def test_without_a_day_it_opens_on_the_last_day_of_the_chambers():
    opened = opening(request())
    assert opened.day == date(2026, 6, 30)
    assert opened.ended.institution.subject.key == "senate"
    assert {standing.day for standing in opened.standings} == {opened.day}


def test_before_that_day_it_opens_today():
    opened = opening(request(today="2026-06-29"))
    assert opened.day == date(2026, 6, 29)
    assert opened.ended is None


@pytest.mark.parametrize("asked", ["1994-01-01", "2026-06-30", "2026-11-22"])
def test_a_day_that_was_asked_for_is_shown_as_it_is(asked):
    opened = opening(request(asked))
    assert opened.day == date.fromisoformat(asked)
    assert opened.ended is None


def test_the_same_chambers_on_another_day():
    opened = opening(request())
    other = opened.on(date(1994, 1, 1))
    assert other.day == date(1994, 1, 1)
    assert other.ended is None
    assert {standing.day for standing in other.standings} == {other.day}
    assert [standing.institution for standing in other.standings] == [
        standing.institution for standing in opened.standings
    ]


def test_without_a_chamber_of_two_it_opens_today(empty):
    institution = factories.InstitutionFactory()
    factories.ExistenceFactory(
        fact__subject=institution.subject, fact__start="1990", fact__end="2000"
    )
    opened = opening(request())
    assert opened.day == date(2026, 11, 22)
    assert opened.ended is None
