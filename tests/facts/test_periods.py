from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facts.models import Fact
from facts.periods import parse_bound, parse_days, parse_period
from tests.factories import FactFactory

days = st.dates(date(1900, 1, 1), date(2100, 12, 31))


@st.composite
def rough(draw):
    """A bound of any shape, and the earliest and latest day it must mean."""
    first, last = sorted([draw(days), draw(days)])
    shape = draw(st.sampled_from(["day", "set", "before", "after"]))
    return {
        "day": (first.isoformat(), first, first),
        "set": (f"[{first}..{last}]", first, last),
        "before": (f"[..{last}]", date.min, last),
        "after": (f"[{first}..]", first, date.max),
    }[shape]


@pytest.mark.parametrize(
    ("text", "earliest", "latest"),
    [
        ("2007-08-29", date(2007, 8, 29), date(2007, 8, 29)),
        ("2007-08", date(2007, 8, 1), date(2007, 8, 31)),
        ("2008-02", date(2008, 2, 1), date(2008, 2, 29)),
        ("2007", date(2007, 1, 1), date(2007, 12, 31)),
        ("[1997-10..1999-09]", date(1997, 10, 1), date(1999, 9, 30)),
        ("[2006..2008-06]", date(2006, 1, 1), date(2008, 6, 30)),
        ("[..1995-12-05]", date.min, date(1995, 12, 5)),
        ("[2016-03..]", date(2016, 3, 1), date.max),
    ],
)
def test_a_bound_means_these_days(text, earliest, latest):
    assert parse_days(text) == (earliest, latest)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "banana",
        "2023-02-30",
        "99999-01-01",
        "1997-10/1999-09",
        "[..]",
        "[1999..1997]",
        "XXXX",
        "2007-08-29T10:45",
        "0000",
        "20 07",
        "２００７",
        "2007\x00",
        *(f"1991-{month:02}" for month in (0, *range(13, 100))),
        "[..1991-21]",
        "[1991-21..1992]",
    ],
)
def test_what_is_no_date_is_refused(text):
    with pytest.raises(ValueError, match=r"no date we can read|ends before it begins"):
        parse_bound(text, "start")


@given(rough())
def test_every_shape_keeps_its_days(bound):
    text, earliest, latest = bound
    assert parse_days(text) == (earliest, latest)


@given(days, days, days)
def test_an_exact_period_is_half_open(one, other, day):
    start, end = sorted([one, other])
    if start == end:
        with pytest.raises(ValueError, match="ends before it begins"):
            parse_period(start.isoformat(), end.isoformat())
        return
    period = parse_period(start.isoformat(), end.isoformat())
    assert period.is_certain(day) == (start <= day < end)
    assert period.is_possible(day) == period.is_certain(day)
    assert period.is_certain(start)
    assert not period.is_possible(end)


@given(rough(), rough(), days)
def test_what_is_certain_is_possible(start, end, day):
    try:
        period = parse_period(start[0], end[0])
    except ValueError:
        return
    assert period.is_possible(day) or not period.is_certain(day)


def turning_days(period):
    """The days on which what is certain or possible changes, in order."""
    bounds = (period.start, period.end)
    days = {bound.earliest for bound in bounds} | {bound.latest for bound in bounds}
    return sorted(days - {date.min, date.max})


@given(rough(), rough(), days)
def test_nothing_changes_between_turning_days(start, end, day):
    try:
        period = parse_period(start[0], end[0])
    except ValueError:
        return
    before = [turn for turn in turning_days(period) if turn <= day]
    same = before[-1] if before else date.min
    assert period.is_certain(same) == period.is_certain(day)
    assert period.is_possible(same) == period.is_possible(day)


def test_open_bounds_are_not_unknown_ones():
    assert parse_period("..", "2007").is_certain(date(1000, 1, 1))
    assert not parse_period("[..1995]", "2007").is_certain(date(1990, 1, 1))
    assert parse_period("[..1995]", "2007").is_possible(date(1990, 1, 1))


def test_periods_overlap_only_for_certain():
    first = parse_period("1995-12-05", "[1997-10-08..1999-12-01]")
    second = parse_period("[1997-10-08..1999-12-01]", "2007-08-29")
    assert not first.surely_overlaps(second)
    assert first.surely_overlaps(parse_period("1997-10-07", ".."))


def test_the_database_means_the_same(db):
    """The query and the period must agree on every boundary day."""
    texts = [
        ("1995-12-05", "1997-10-08"),
        ("[1997-10-08..1999-12-01]", "2007-08-29"),
        ("2007", "[2016-03-31..]"),
        ("..", "1995"),
        ("2026-07-01", ".."),
    ]
    facts = [
        FactFactory(start=start, end=end, subject__key=f"s{n}")
        for n, (start, end) in enumerate(texts)
    ]
    mine = Fact.objects.filter(pk__in=[fact.pk for fact in facts])
    turns = {turn for fact in facts for turn in turning_days(fact.period)}
    for turn in turns:
        for day in (turn - timedelta(1), turn, turn + timedelta(1)):
            found = {fact.pk: fact.is_certain for fact in mine.on(day)}
            expected = {
                fact.pk: fact.period.is_certain(day)
                for fact in facts
                if fact.period.is_possible(day)
            }
            assert found == expected, day
            assert set(mine.certain_on(day).values_list("pk", flat=True)) == {
                pk for pk, certain in expected.items() if certain
            }
