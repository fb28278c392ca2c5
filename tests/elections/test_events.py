from __future__ import annotations

import pytest

from elections.events import JOINS, events
from facts.models import Fact
from tests import factories
from tests.elections.building import make_party, make_vote

pytestmark = pytest.mark.django_db


def events_of(*subjects):
    """The kind, the fact and the chambers of each entry that facts of subjects make."""
    facts = Fact.objects.filter(subject__in=subjects).with_sentences()
    listed = facts.select_related(*JOINS).order_by("pk")
    return [(event.kind, event.fact.aspect, event.chambers) for event in events(listed)]


def test_a_vote_concerns_the_chamber_that_it_filled(empty):
    election = make_vote("one")
    chambers = frozenset({election.institution.key})
    assert events_of(election.subject) == [("election", "held", chambers)]


def test_what_befell_a_referendum_is_of_its_kind_and_concerns_no_chamber(empty):
    election = make_vote("one", kind="referendum")
    assert events_of(election.subject) == [("referendum", "held", frozenset())]


@pytest.mark.parametrize(("day", "count"), [("2004-09-19", 1), ("2004-06", 2)])
def test_a_call_that_bears_the_day_of_the_vote_is_no_entry(empty, day, count):
    election = make_vote("one", day="2004-09-19")
    factories.FactFactory(subject=election.subject, aspect="called", start=day)
    assert len(events_of(election.subject)) == count


def test_what_is_no_event_of_a_vote_is_no_entry(empty):
    election = make_vote("one", day="")
    factories.FactFactory(subject=election.subject, aspect="note-remark")
    assert events_of(election.subject) == []


def test_the_first_name_of_a_party_is_told_by_its_founding(empty):
    party = make_party("otan", ("Otan", "1999", "2006"), ("Nur Otan", "2006", ".."))
    factories.FactFactory(subject=party, aspect="founded", start="1999")
    assert sorted(aspect for _kind, aspect, _chambers in events_of(party)) == [
        "founded",
        "name",
    ]
