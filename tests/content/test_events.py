"""What happened, as the content tells of it; and one entry as fetched by itself."""

from __future__ import annotations

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from content import events
from content.events import around, event_facts, event_named, events_of
from facts.aspects import EventKind
from facts.events import ENDS
from facts.models import Fact
from parliament.chambers.fetching import institutions
from tests import factories

pytestmark = pytest.mark.django_db


def all_events():
    return events_of(event_facts(), institutions())


@pytest.fixture(scope="module")
def every(django_db_setup, django_db_blocker):
    """All events of the site's content, made once: nothing here changes them."""
    with django_db_blocker.unblock():
        return all_events()


@pytest.fixture
def find(every):
    by_key = {event.key: event for event in every}
    return by_key.__getitem__


# --- what happened ---------------------------------------------------------------------


def test_keys_are_unique_and_the_order_is_that_of_the_earliest_days(every):
    assert len({event.key for event in every}) == len(every) > 150
    days = [event.when.earliest for event in every]
    assert days == sorted(days)
    assert date.min not in days
    assert date.max not in {event.when.latest for event in every}


def test_every_kind_has_entries(every):
    assert {event.kind for event in every} == set(EventKind)


@pytest.mark.parametrize(
    ("aspect", "kind"),
    [
        ("held", {EventKind.ELECTION, EventKind.REFERENDUM}),
        ("dissolved", {EventKind.DISSOLUTION}),
        ("convocation", {EventKind.CONVOCATION}),
        ("amended", {EventKind.AMENDMENT}),
        ("adopted", {EventKind.CONSTITUTION}),
        ("chair", {EventKind.POST}),
    ],
)
def test_every_dated_fact_of_these_aspects_is_an_entry(every, aspect, kind):
    topics = ("parliament", "elections", "law")
    facts = Fact.objects.published().filter(aspect=aspect, subject__topic__in=topics)
    dated = set(facts.exclude(start_earliest=date.min).values_list("key", flat=True))
    own = [event for event in every if event.fact.aspect == aspect and event.kind in kind]
    assert {event.fact.key for event in own} >= dated != set()


def test_an_institution_begins_and_ends(find):
    begun, ended = find("senate-existence"), find("senate-existence-ends")
    assert str(begun).startswith("The Senate began with the Constitution")
    assert begun.when.edtf == "[1995-08-30..1995-12-05]"
    assert not begun.is_exact
    assert str(ended).startswith("The Senate ended with the Constitution of 2026")
    assert ended.when.edtf == "2026-07-01"
    assert ended.chambers == {"senate"}
    assert find("parliament-existence-ends").chambers == {"senate", "majilis"}


def test_what_one_weak_source_says_is_told_after_it(find):
    chair = find("majilis-chair-1996")
    assert str(chair).startswith("Marat Ospanov became Chair of the Mäjilis, according to ")
    assert str(find("ombudsman-set-up")).count("ccording to") == 1


def test_a_call_dated_with_the_vote_is_no_entry(find):
    """It does not say when it was made."""
    assert find("senate-2002-10-08-called").when.edtf == "2002-07-07"
    assert find("majilis-2016-03-20-called").when.edtf == "2016-01-20"
    call = Fact.objects.filter(key="senate-2002-10-08-called")
    factories.edit(call, start="2002-10-08")
    keys = {event.key for event in all_events()}
    assert "senate-2002-10-08-held" in keys
    assert "senate-2002-10-08-called" not in keys


def test_what_two_facts_tell_of_is_one_entry(every):
    words = {date(1993, 12, 13): "dissolved itself", date(1995, 3, 6): "Court upheld"}
    for day, said in words.items():
        events = [event for event in every if event.when.earliest == day]
        assert len([event for event in events if said in str(event.fact.says)]) == 1


@pytest.mark.parametrize(
    ("key", "words"),
    [
        ("constitution-of-1995-in-force", "The Constitution of 1995 came into force."),
        ("senate-seats-1999", "From then on the Senate had 39 seats: 32 elected"),
        ("majilis-term-1998", "Mäjilis, from then on: Deputies serve 5 years."),
        ("capital-name-akmola", "from then on: The capital was called Akmola."),
        ("regions-2022", "from then on: There are 17 regions."),
        ("adal-name-2020", "from then on: The party was called Adal."),
    ],
)
def test_what_held_for_a_time_is_told_as_its_beginning(find, key, words):
    assert words in str(find(key))
    assert "becoming part" not in str(find(key))


@pytest.mark.parametrize(
    ("day", "words"),
    [
        ("1991-12-16", "Kazakhstan became independent"),
        ("2025-09-08", "proposed a parliament of one chamber"),
        ("2025-10-08", "set up a Working Group"),
        ("2026-01-20", "a new parliament named Kurultai"),
        ("2026-01-21", "Constitutional Commission of 130 members"),
    ],
)
def test_the_steps_to_independence_and_to_the_kurultai_are_told(every, day, words):
    assert words in next(str(event) for event in every if event.when.edtf == day)


def test_one_event_is_one_entry(every, find):
    keys = {event.key for event in every}
    assert keys.isdisjoint({"amanat-name-1999", "adilet-2026-name", "aq-jol-name"})
    assert keys >= {"amanat-founded", "adilet-2026-founded", "amanat-name-2006"}
    assert "parliament-first-sitting-1996" in keys
    assert keys.isdisjoint({"senate-first-sitting-1996", "majilis-first-sitting-1996"})
    assert find("parliament-first-sitting-1996").chambers == {"senate", "majilis"}


def test_every_first_sitting_but_those_of_a_joint_one_is_an_entry(every):
    facts = set(Fact.objects.filter(aspect="first-sitting").values_list("key", flat=True))
    sittings = {event.key for event in every if event.kind == EventKind.SITTING}
    assert facts - sittings == {"senate-first-sitting-1996", "majilis-first-sitting-1996"}
    assert len(facts) > 5


def test_a_gap_and_an_unsettled_number_are_no_entries(every):
    assert not [event for event in every if event.fact.basis == "gap"]
    assert "senate-seats-1997-open" not in {event.key for event in every}


def test_a_body_is_called_what_it_was_called_then(every, find):
    assert "Supreme Soviet had 360 seats" in str(find("supreme-soviet-seats-1990"))
    later = [
        str(event)
        for event in every
        if event.fact.subject.key == "supreme-soviet"
        and event.when.earliest >= date(1993, 1, 29)
    ]
    assert len(later) > 4
    assert all("Supreme Council" in title for title in later)
    assert not any("Supreme Soviet" in title for title in later)


# --- the state around the Parliament ---------------------------------------------------


def told(**details):
    """The titles of the entries that one fact of the state around makes."""
    fact = factories.FactFactory(subject__name_en="Thing", **details)
    return [str(event) for event in around([fact])]


def test_what_concerns_no_chamber_is_told_by_its_kind(empty):
    assert told(subject__topic="law", aspect="amended", sentence_en="The Thing grew.") == [
        "The Thing grew."
    ]
    assert told(subject__topic="law", aspect="in-force") == ["The Thing came into force."]
    assert told(subject__topic="places", aspect="number", sentence_en="There are 3.") == [
        "Thing, from then on: There are 3."
    ]
    assert told(subject__topic="places", aspect="note-remark") == []
    assert told(subject__topic="society", aspect="amended") == []


def test_a_court_begins_and_ends_as_an_institution_does(empty):
    existence = factories.ExistenceFactory(
        fact__subject__topic="courts",
        fact__subject__name_en="Council",
        fact__end="2023-01-01",
        begun_by_en="a law",
    )
    assert [str(event) for event in around([existence.fact])] == [
        "The Council began with a law.",
        "The Council ended.",
    ]


def test_only_what_is_dated_has_a_place_in_the_order(empty):
    law = {"subject__topic": "law", "aspect": "amended"}
    late, early, sure = (
        factories.FactFactory(start=start, **law)
        for start in ("2009", "[2007..2010]", "2007")
    )
    factories.FactFactory(start="[..2008]", **law)
    assert [event.fact for event in all_events()] == [sure, early, late]


def test_retired_facts_and_gaps_tell_of_nothing(empty):
    law = {"subject__topic": "law", "aspect": "amended"}
    factories.FactFactory(state="retired", **law)
    factories.FactFactory(basis="gap", **law)
    factories.FactFactory(subject__topic="law", aspect="no-such")
    assert event_facts() == []


# --- one entry by itself ---------------------------------------------------------------


def test_each_entry_by_itself_is_what_it_is_among_all(every, monkeypatch):
    """With few queries, and with no more than a few entries made for each."""
    made, queries = [], set()

    def counted(facts, institutions):
        found = events_of(facts, institutions)
        made.append(len(found))
        return found

    monkeypatch.setattr(events, "events_of", counted)
    for event in every:
        with CaptureQueriesContext(connection) as asked:
            own = event_named(event.key)
        queries.add(len(asked))
        assert own == event
        assert str(own) == str(event)
    assert max(made) <= 5
    assert max(queries) <= 6


def test_what_is_no_entry_among_all_is_none_by_itself(every):
    keys = {event.key for event in every}
    odd = Fact.objects.filter(aspect__in=("first-sitting", "called", "name", "term"))
    for fact in odd.exclude(key__in=keys):
        assert event_named(fact.key) is None
    for fact in odd.filter(end=".."):
        assert event_named(fact.key + ENDS) is None
    for key in ("nothing", ENDS, "senate-existence-ends-ends"):
        assert event_named(key) is None
