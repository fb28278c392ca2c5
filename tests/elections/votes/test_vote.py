from __future__ import annotations

from datetime import date

import pytest

from elections.aspects import FIGURE, HELD, RESULT, RESULT_BY
from elections.votes.vote import Vote
from tests import factories
from tests.elections.building import add_figure, add_gap, make_vote

pytestmark = pytest.mark.django_db


def vote_of(election, *facts):
    """The vote with its own facts, and these."""
    return Vote(election, [*election.subject.facts.order_by("pk"), *facts])


def test_it_knows_its_day_and_decades(empty):
    vote = vote_of(make_vote("one", day="[2009-12-01..2010-02-01]"))
    assert vote.when == "between 1 December 2009 and 1 February 2010"
    assert vote.as_of == date(2010, 2, 1)
    assert vote.decades == {2000, 2010}


def test_its_facts_are_found_by_their_kind(empty):
    election = make_vote("one")
    seats = add_figure(election, "seats", "77").fact
    turnout = add_figure(election, "turnout", "54").fact
    result = factories.ResultFactory(fact__subject=election.subject).fact
    vote = vote_of(election)
    assert vote.of(FIGURE) == [seats, turnout]
    assert vote.of(FIGURE, "turnout") == [turnout]
    assert vote.of(FIGURE, "turn") == []
    assert vote.of(RESULT) == [result]
    assert vote.of(RESULT_BY) == []
    assert vote.held == vote.of(HELD)


def test_each_count_has_the_threshold_and_the_seats_that_bear_on_it(empty):
    election = make_vote("one")
    add_figure(election, "seats", "98")
    add_figure(election, "threshold", "5")
    for way in ("", "list", "district"):
        aspect = f"result-{way}" if way else "result"
        factories.ResultFactory(
            fact__subject=election.subject, fact__aspect=aspect, way=way
        )
    rule = factories.SystemFactory(fact__subject=election.institution, kind="list").fact
    vote = Vote(election, list(election.subject.facts.order_by("pk")), [rule])
    counts = {count.result.way: count for count in vote.counts}
    assert {way: count.threshold for way, count in counts.items()} == {
        "": "5",
        "list": "5",
        "district": "",
    }
    assert {way: count.at_stake for way, count in counts.items()} == {
        "": 98,
        "list": None,
        "district": None,
    }


def test_what_else_is_told_is_what_stands_nowhere_else_on_the_page(empty):
    election = make_vote("one")
    for aspect in ("called", "outcome-majority", "followed", "note-remark"):
        factories.FactFactory(subject=election.subject, aspect=aspect)
    add_figure(election, "seats", "77")
    add_gap(election, "candidates")
    factories.ResultFactory(fact__subject=election.subject)
    vote = vote_of(election)
    assert [other.fact.aspect for other in vote.others] == ["note-remark"]
    assert [called.fact.aspect for called in vote.called] == ["called"]


def test_what_is_dated_as_the_vote_shows_no_period(empty):
    election = make_vote("one", day="2004-09-19")
    factories.FactFactory(subject=election.subject, aspect="note-then", start="2004-09-19")
    factories.FactFactory(subject=election.subject, aspect="note-later", start="2004-10-03")
    vote = vote_of(election)
    assert [other.shows_period for other in vote.others] == [False, True]
    assert vote.has_undated
