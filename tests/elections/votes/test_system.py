from __future__ import annotations

import pytest

from elections.votes.around import FactsAround
from elections.votes.system import VoteSystem
from facts.periods import parse_bound
from tests import factories
from tests.elections.building import VOTES, make_vote

pytestmark = pytest.mark.django_db


def test_the_system_is_that_of_the_day(see, empty):
    election = make_vote("one", day="2004-09-19")
    chamber = election.institution
    for start, end, words in (
        ("1999-10-10", "2004-09-19", "Before."),
        ("2004-09-19", "2007-08-18", "Then."),
    ):
        factories.SystemFactory(
            fact__subject=chamber,
            fact__start=start,
            fact__end=end,
            fact__sentence_en=words,
            kind="parallel",
            threshold="7",
        )
    text = see(f"{VOTES}one/")
    assert "Then." in text
    assert "Before." not in text
    assert "lists that win too little drop out (less than 7%)" in text
    assert "counted apart; a list needed 7% how votes became seats" in text
    assert "Voters of one district mark one candidate" in text


def test_a_system_that_is_not_settled_is_told_so(see, empty):
    election = make_vote("one", day="2004")
    for start, end, kind in (
        ("1999", "2004-06-01", "parallel"),
        ("2004-06-01", "..", "list"),
    ):
        factories.SystemFactory(
            fact__subject=election.institution, fact__start=start, fact__end=end, kind=kind
        )
    text = see(f"{VOTES}one/")
    assert "the sources do not settle which" in text
    assert "mark one party list" not in text
    assert "Rule" not in text


def test_rules_of_one_kind_are_drawn_even_where_which_one_held_is_open(see, empty):
    election = make_vote("one", day="2004")
    for start, end in (("1999", "2004-06-01"), ("2004-06-01", "..")):
        factories.SystemFactory(
            fact__subject=election.institution,
            fact__start=start,
            fact__end=end,
            kind="list",
            threshold="7",
        )
    text = see(f"{VOTES}one/")
    assert "the sources do not settle which" in text
    assert "mark one party list" in text
    assert "less than" not in text
    assert "Rule Party lists" in text


def test_the_seats_of_each_way_are_told_where_settled(see, empty):
    election = make_vote("one")
    factories.SystemFactory(fact__subject=election.institution, kind="mixed")
    composition = factories.CompositionFactory(fact__subject=election.institution)
    factories.SeatPartFactory(composition=composition, way="list", seats=69)
    factories.SeatPartFactory(composition=composition, way="district", seats=29)
    text = see(f"{VOTES}one/")
    assert "69 seats in all" in text
    assert "29 seats in all" in text


def test_a_referendum_has_no_seats_and_no_system(see, empty):
    make_vote("one", kind="referendum")
    text = see(f"{VOTES}one/")
    assert "How votes became seats" not in text
    assert "the turnout, votes and shares." in text
    assert "no seats" in see(VOTES)


def test_a_president_is_elected_by_the_rule_of_the_presidency(see, empty):
    make_vote("one", kind="president")
    presidency = factories.SubjectFactory(key="president")
    factories.SystemFactory(fact__subject=presidency, kind="direct")
    text = see(f"{VOTES}one/")
    assert "How the vote was decided" in text
    assert "the winner takes the one post" in text
    assert "seats" not in text.partition("How the vote was decided")[0]


def system_of(*facts, threshold="", day="2004-09-19"):
    return VoteSystem(FactsAround(facts, parse_bound(day, "start")), threshold)


def rule(kind, start="1999", end="..", threshold=""):
    system = factories.SystemFactory(
        fact__start=start, fact__end=end, kind=kind, threshold=threshold
    )
    return system.fact


def test_the_threshold_of_the_vote_goes_before_that_of_the_rule(empty):
    fact = rule("mixed", threshold="7")
    assert system_of(fact).threshold == "7"
    assert system_of(fact, threshold="5").threshold == "5"
    assert system_of().threshold == ""


@pytest.mark.parametrize(
    ("kind", "way", "threshold"),
    [
        ("list", "", "7"),
        ("list-and-assembly", "", "7"),
        ("mixed", "", ""),
        ("mixed", "list", "7"),
        ("mixed", "district", ""),
    ],
)
def test_a_threshold_bears_on_counts_of_lists_alone(empty, kind, way, threshold):
    aspect = f"result-{way}" if way else "result"
    result = factories.ResultFactory(fact__aspect=aspect, way=way)
    assert system_of(rule(kind, threshold="7")).threshold_of(result) == threshold


def test_two_rules_of_one_kind_have_a_kind_and_no_settled_one(empty):
    facts = [rule("list", "1999", "2004-06"), rule("list", "2004-06")]
    system = system_of(*facts, day="2004-06")
    assert (system.kind, system.kind_in_words) == ("list", "party lists")
    assert system.settled is None
    assert len(system.paths) == 1


def test_two_rules_of_two_kinds_have_neither(empty):
    system = system_of(
        rule("list", "1999", "2004-06"), rule("mixed", "2004-06"), day="2004"
    )
    assert (system.kind, system.kind_in_words) == ("", "")
    assert system.paths == []


def test_the_seats_of_a_way_are_told_where_one_composition_held(empty):
    composition = factories.CompositionFactory(fact__start="1999")
    factories.SeatPartFactory(composition=composition, way="list", seats=69)
    system = system_of(rule("mixed"), composition.fact)
    assert [path.seats for path in system.paths] == [69, None]
    other = factories.CompositionFactory(fact__start="2000")
    assert system_of(composition.fact, other.fact).seats_by("list") is None
