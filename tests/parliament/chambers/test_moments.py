from __future__ import annotations

from datetime import date

import pytest

from parliament.chambers.moments import Around, around, moments
from tests import factories

pytestmark = pytest.mark.django_db


def words(listed):
    """Moments as a reader sees them: the day, and what changed about each subject."""
    return [
        (
            str(moment.day),
            [f"{change.subject}: {change}" for change in moment.changes],
        )
        for moment in listed
    ]


def test_a_fact_begins():
    fact = factories.FactFactory(
        aspect="dissolved", start="2007-06-20", end="2007-08-18", subject__name_en="Mäjilis"
    )
    assert words(moments([fact])) == [
        ("2007-06-20", ["Mäjilis: dissolved"]),
        ("2007-08-18", ["Mäjilis: elected anew"]),
    ]


def test_a_rough_beginning_gives_two_moments():
    part = factories.SeatPartFactory(
        seats=39,
        composition__fact__start="[1997-10-08..1999-12-01]",
        composition__fact__subject__name_en="Senate",
    )
    assert words(moments([part.composition.fact])) == [
        ("1997-10-08", ["Senate: perhaps 39 seats"]),
        ("1999-12-01", ["Senate: 39 seats"]),
    ]


def test_what_is_sure_is_told_before_what_is_possible():
    subject = factories.SubjectFactory(name_en="Senate")
    unknown = factories.SeatPartFactory(
        seats=None,
        composition__fact__subject=subject,
        composition__fact__start="1997-10-08",
    )
    possible = factories.SeatPartFactory(
        seats=39,
        composition__fact__subject=subject,
        composition__fact__start="[1997-10-08..1999-12-01]",
    )
    listed = moments([unknown.composition.fact, possible.composition.fact])
    assert words(listed)[0] == ("1997-10-08", ["Senate: number of seats not settled"])


def test_an_existence_begins_and_ends_and_an_open_one_does_not_end():
    ended = factories.FactFactory(aspect="existence", start="1938", end="1995-03-11")
    lasting = factories.FactFactory(aspect="existence", start="2026-07-01")
    listed = moments([ended, lasting])
    days = [date(1938, 12, 31), date(1995, 3, 11), date(2026, 7, 1)]
    assert [moment.day for moment in listed] == days
    assert str(listed[0].changes[0]) == "begins (day not known)"


def test_what_changes_nothing_for_a_reader_is_no_moment():
    assert moments([factories.FactFactory(aspect="note-remark")]) == []


def test_the_moments_around_a_day():
    days = ["2007-05-21", "2011-11-16"]
    first, second = moments(factories.FactFactory(aspect="name", start=day) for day in days)
    listed = [first, second]
    assert around(listed, date(2000, 1, 1)) == Around(None, None, first)
    assert around(listed, date(2007, 5, 21)) == Around(first, None, second)
    assert around(listed, date(2010, 1, 1)) == Around(first, first, second)
    assert around(listed, date(2020, 1, 1)) == Around(second, second, None)
