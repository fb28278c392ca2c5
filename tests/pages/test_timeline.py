"""What the list of the timeline shows beside an event."""

from __future__ import annotations

from datetime import date

import pytest
from django.core.paginator import Paginator

from facts.aspects import EventKind
from facts.events import begins
from pages.timeline import entry_of, marks_of
from pages.timeline_chart import timeline_chart
from tests import factories

pytestmark = pytest.mark.usefixtures("empty")
TODAY = date(2026, 11, 22)


def event(start):
    return begins(factories.FactFactory(start=start), EventKind.LAW, ())


@pytest.mark.parametrize(
    ("when", "on", "before", "after"),
    [
        ("2007-08-29", "2007-08-29", "2007-08-28", "2007-08-29"),
        ("2007-08", "2007-08", "2007-07-31", "2007-08-31"),
        ("2007", "2007", "2006-12-31", "2007-12-31"),
        ("[1997-10-08..1999-12-01]", "1999-12-01", "1997-10-07", "1999-12-01"),
        ("1938", "1938", "", ""),  # the day before is not covered
        ("1930-01-01", "", "", ""),
        ("2031-01-01", "", "", ""),
        ("2026-12", "2026-12-31", "2026-11-30", "2026-12-31"),  # not begun as a month
    ],
)
def test_the_days_that_an_entry_leads_to(when, on, before, after):
    entry = entry_of(event(when), TODAY)
    assert (entry.on, entry.before, entry.after) == (on, before, after)


def test_each_mark_leads_to_the_page_of_its_first_event():
    events = [event(start) for start in ("1995-01-01", "1995-01-02", "2005", "2020")]
    chart = timeline_chart(events, [], [], TODAY)
    shown = Paginator(events, 2).page(2)
    marks = marks_of(chart, events, shown)
    assert [(mark.first, mark.page, mark.is_here) for mark in marks] == [
        (events[0], 1, False),
        (events[2], 2, True),
        (events[3], 2, True),
    ]
    assert [len(mark.cluster.items) for mark in marks] == [2, 1, 1]


def test_where_nothing_is_drawn_there_are_no_marks():
    assert marks_of(None, [], Paginator([], 2).page(1)) == []
