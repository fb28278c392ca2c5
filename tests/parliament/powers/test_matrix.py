"""The powers on a day: rows and columns of the matrix."""

from __future__ import annotations

from datetime import date

import pytest

from parliament.chambers.moments import Moment
from parliament.models import Matter, Procedure
from parliament.powers.fetching import all_powers
from parliament.powers.matrix import (
    beginning,
    by_matter,
    changes_of,
    columns_of,
    notes_on,
    rows_on,
)
from tests import factories

pytestmark = pytest.mark.django_db

DAY = date(2005, 1, 1)


def power(start="2000-01-01", end="..", **fields):
    subject = fields.pop("subject", None) or factories.SubjectFactory(topic="powers")
    return factories.PowerFactory(
        fact__subject=subject, fact__start=start, fact__end=end, **fields
    ).fact


@pytest.fixture
def senate(small_chamber):
    return [small_chamber("senate", 47)]


def test_a_row_holds_what_held_on_the_day(senate):
    held, ended = power(), power(end="2005-01-01")
    later = power(start="2005-01-02")
    (row,) = rows_on([held, ended, later], senate, DAY)
    assert row.facts == [held]
    assert row.is_certain
    assert not row.ends_next


def test_what_is_certain_stands_for_what_may_have_held_too(senate):
    sure = power()
    perhaps = power("[2004-01-01..2006-01-01]", subject=sure.subject)
    (row,) = rows_on([sure, perhaps], senate, DAY)
    assert row.facts == [sure]
    assert row.is_certain


def test_where_nothing_is_certain_all_that_may_have_held_is_there(senate):
    before = power(end="[2004-01-01..2006-01-01]", procedure=Procedure.SENATE)
    after = power("[2004-01-01..2006-01-01]", subject=before.subject)
    (row,) = rows_on([before, after], senate, DAY)
    assert row.facts == [before, after]
    assert row.procedures == ["senate", "joint"]
    assert not row.is_certain


def test_a_power_that_the_next_change_ends_is_marked(senate):
    ending, lasting = power(end="2007-05-21"), power()
    later = Moment(date(2007, 5, 21), ())
    rows = rows_on([ending, lasting], senate, DAY, later)
    assert {row.facts[0]: row.ends_next for row in rows} == {ending: True, lasting: False}


def test_a_power_of_a_body_that_did_not_stand_is_left_out(senate, small_chamber):
    of_kurultai = power(procedure=Procedure.KURULTAI)
    delegated = power(procedure=Procedure.DELEGATED)
    (row,) = rows_on([of_kurultai, delegated], senate, DAY)
    assert row.facts == [delegated]
    assert rows_on([delegated], [small_chamber("majilis")], DAY) == []


def test_rows_stand_by_matter_and_then_by_name(senate):
    named = [
        power(matter=matter, subject=factories.SubjectFactory(name_en=name, topic="powers"))
        for matter, name in ((Matter.BUDGET, "B"), (Matter.BUDGET, "A"), (Matter.LAWS, "C"))
    ]
    rows = rows_on(named, senate, DAY)
    assert [row.subject.name for row in rows] == ["C", "A", "B"]
    grouped = [
        (str(label), [row.subject.name for row in group])
        for label, group in by_matter(rows)
    ]
    assert grouped == [("Laws", ["C"]), ("Budget and taxes", ["A", "B"])]


def test_only_procedures_that_occur_have_a_column(senate):
    rows = rows_on(
        [power(procedure=Procedure.SENATE), power(procedure=Procedure.JOINT)], senate, DAY
    )
    assert [column.key for column in columns_of(rows)] == ["joint", "senate"]
    assert columns_of([]) == []


def test_words_are_looked_for_in_all_that_a_row_says(senate):
    fact = power(
        matter=Matter.WAR_AND_PEACE,
        subject=factories.SubjectFactory(name_en="Armed forces abroad", topic="powers"),
        proposer_en="The President",
        condition_en="For peace.",
        limit_en="within a month",
    )
    (row,) = rows_on([fact], senate, DAY)
    for words in ("Armed forces", "War and peace", "The President", "For peace", "month"):
        assert words in row.text


def test_what_else_is_told_of_a_power_is_that_of_the_day(senate):
    used = power(procedure=Procedure.SENATE, end="2004-01-01")
    sure, rough, ended = (
        factories.FactFactory(
            subject=used.subject, aspect=f"note-{number}", start=start, end=end
        )
        for number, start, end in (
            (1, "2004-01-01", ".."),
            (2, "[..2006-01-01]", ".."),
            (3, "2000-01-01", "2005-01-01"),
        )
    )
    facts = [used, sure, rough, ended]
    assert notes_on(facts, senate, DAY) == [sure, rough]
    # What only may hold is no older than the bodies that act.
    assert notes_on(facts, [], DAY) == [sure]


def test_only_known_days_are_changes():
    days = {str(moment.day) for moment in changes_of(all_powers())}
    assert {"2007-05-21", "2017-03-10", "2023-01-01", "2026-07-01"} <= days
    assert not {"2007-05-20", "2022-12-31", "1996-12-31"} & days


def test_what_begins_with_a_change_begins_on_exactly_its_day():
    exact, rough = power("2007-05-21"), power("[2007-05-01..2007-05-21]")
    other = power("2007-05-22")
    moment = Moment(date(2007, 5, 21), ())
    assert beginning([exact, rough, other], moment) == [exact]
    assert beginning([exact], None) == []
