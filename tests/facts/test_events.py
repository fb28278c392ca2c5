"""An entry of the timeline, made from a fact."""

from __future__ import annotations

from datetime import date

import pytest

from facts.aspects import EventKind
from facts.events import Event, begins, from_then_on, named, own_title
from facts.models import Fact
from facts.periods import parse_bound
from tests import factories

pytestmark = pytest.mark.django_db


def event(start, **details):
    return begins(factories.FactFactory(start=start, **details), EventKind.LAW, ())


def test_it_begins_when_its_fact_does_and_says_what_that_says():
    fact = factories.FactFactory(
        start="2007-08", subject__name_en="Senate", sentence_en="The Senate met."
    )
    made = begins(fact, EventKind.SITTING, ["senate"])
    assert made.when == parse_bound("2007-08", "start")
    assert str(made) == "The Senate met."
    assert made.chambers == {"senate"}
    assert made.key == fact.key


def test_an_end_has_a_key_of_its_own():
    fact = factories.FactFactory(key="hall-existence", end="2026-07-01")
    title = own_title("The Senate ended.")
    end = Event(EventKind.LAW, fact.period.end, title, fact, frozenset(), is_end=True)
    assert end.key == "hall-existence-ends"


@pytest.mark.parametrize(
    ("start", "is_dated", "is_exact", "words"),
    [
        ("2007-08-29", True, True, "29 August 2007"),
        ("2007-08", True, False, "August 2007"),
        ("[2014..2016]", True, False, "on some day from 2014 to 2016"),
        ("[..2016]", False, False, "2016 or earlier"),
        ("[2016..]", False, False, "2016 or later"),
    ],
)
def test_it_is_told_as_exactly_as_the_sources_date_it(start, is_dated, is_exact, words):
    made = event(start)
    assert (made.is_dated, made.is_exact) == (is_dated, is_exact)
    assert made.when_in_words() == words


def test_a_rough_day_stands_by_its_earliest_and_then_by_its_latest():
    made = [event(start) for start in ("2007", "2007-01-01", "[2006-12..2009]")]
    in_order = sorted(made, key=lambda event: event.place)
    assert [event.when.edtf for event in in_order] == [
        "[2006-12..2009]",
        "2007-01-01",
        "2007",
    ]


@pytest.mark.parametrize(
    ("start", "decades"),
    [
        ("1999-12-31", [1990]),
        ("[1997..2001]", [1990, 2000]),
        ("[1989..2001]", [1980, 1990, 2000]),
        ("2000", [2000]),
    ],
)
def test_it_belongs_to_every_decade_in_which_it_may_have_happened(start, decades):
    assert list(event(start).decades) == decades


def test_what_does_not_name_its_subject_is_told_after_it():
    fact = factories.FactFactory(subject__name_en="Senate", sentence_en="It had a chair.")
    assert named(fact) == "Senate: It had a chair."
    assert named(fact, "Upper House") == "Upper House: It had a chair."
    assert named(fact, "a CHAIR") == "It had a chair."


def test_a_state_is_told_by_its_first_sentence_as_what_began():
    fact = factories.FactFactory(
        subject__name_en="Regions", sentence_en="There are 17. Three are new."
    )
    assert from_then_on(fact) == "Regions, from then on: There are 17."


def test_what_one_source_says_is_told_after_it_once():
    typed = factories.FactFactory(basis="attributed")
    assert begins(typed, EventKind.LAW, ()).speaker == ""
    made = Fact.objects.get(
        pk=factories.FactFactory(
            basis="attributed",
            sentence_en="",
            citation__passage__document__short_name_en="Senate article",
        ).pk
    )
    title = own_title("It began.")
    assert str(begins(made, EventKind.LAW, (), title)) == (
        "It began, according to Senate article."
    )
    # The typed sentence names its source, but the end has a title of the site's own.
    end = Event(EventKind.LAW, typed.period.end, title, typed, frozenset(), is_end=True)
    assert end.speaker == typed.attributed_to.short_name


def test_an_open_beginning_is_no_day():
    assert event("..").when.earliest == date.min
    assert not event("..").is_dated
