from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facts.models import Fact
from facts.periods import parse_bound, parse_days, parse_period
from facts.periods_in_words import edtf_in_words, period_in_words
from tests.factories import FactFactory

days = st.dates(date(1900, 1, 1), date(2100, 12, 31))
months = days.map(lambda day: day.strftime("%Y-%m"))
years = days.map(lambda day: day.strftime("%Y"))
singles = st.one_of(days.map(date.isoformat), months, years)


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
    ],
)
def test_what_is_no_date_is_refused(text):
    with pytest.raises(ValueError, match=r"no date we can read|ends before it begins"):
        parse_bound(text, "start")


@given(rough())
def test_every_shape_keeps_its_days(bound):
    text, earliest, latest = bound
    assert parse_days(text) == (earliest, latest)


@given(singles)
def test_every_single_date_has_words(text):
    assert edtf_in_words(text).endswith(text[:4])


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


def test_a_time_known_on_neither_side_is_told_so():
    words = period_in_words(parse_period("[..1993-12-13]", "[1993-12-01..]"))
    assert words == "at some time that is not known"
