from __future__ import annotations

import pytest

from elections.votes.counts import ResultCount
from tests import factories
from tests.elections.building import VOTES, add_row, make_vote

pytestmark = pytest.mark.django_db


def test_the_result_is_shown_as_given(see, empty):
    election = make_vote("one")
    party = factories.SubjectFactory(key="amanat", topic="parties")
    result = factories.ResultFactory(fact__subject=election.subject, base="valid")
    add_row(result, "Nur Otan", contestant=party, votes=5247720, share="88.41", seats=98)
    add_row(result, "Against all", share="10.5")
    text = see(f"{VOTES}one/")
    assert "Nur Otan 5,247,720 88.41% 98" in text
    assert "Against all not stated 10.5% none to win" in text
    assert "They add up to 98.91%, not to 100%" in text
    assert "Shares are of valid votes" in text


def test_shares_are_not_added_up_where_one_is_missing(see, empty):
    election = make_vote("one")
    result = factories.ResultFactory(fact__subject=election.subject)
    add_row(result, "One", share="60", seats=2)
    add_row(result, "Two", seats=1)
    text = see(f"{VOTES}one/")
    assert "not added up" in text
    assert "In all 3" in text


def test_one_share_alone_is_not_added_up(see, empty):
    result = factories.ResultFactory(fact__subject=make_vote("one").subject)
    add_row(result, "For", share="77.18")
    text = see(f"{VOTES}one/")
    assert "No other share is stated." in text
    assert "add up" not in text


def test_shares_that_make_a_hundred_need_no_word(see, empty):
    result = factories.ResultFactory(fact__subject=make_vote("one").subject)
    add_row(result, "One", share="60.5")
    add_row(result, "Two", share="39.5")
    assert "add up" not in see(f"{VOTES}one/")


def count_of(*rows, at_stake=None):
    """A count of rows: label, share, seats."""
    result = factories.ResultFactory()
    for label, share, seats in rows:
        add_row(result, label, share=share, seats=seats)
    return ResultCount(result.fact, at_stake=at_stake)


def test_nothing_is_made_to_add_up(empty):
    assert count_of(("One", "60", 2), ("Two", "", 1)).sum_of_shares is None
    assert count_of(("One", "60", 2), ("Two", "30", None)).sum_of_seats is None
    assert count_of(("One", "", 2), ("Against all", "", None)).sum_of_seats == 2
    assert count_of().sum_of_shares is None
    assert count_of(("One", "60.5", 1), ("Two", "39.5", 1)).adds_up


def test_who_won_are_those_with_the_most_seats_or_else_the_largest_shares(empty):
    def first(*rows):
        return [row.label for row in count_of(*rows).first]

    seats = [("A", "70", 1), ("B", "10", 9), ("C", "5", 2), ("D", "4", 3), ("E", "", 0)]
    assert first(*seats) == ["B", "D", "C"]
    assert first(("A", "9.9", None), ("B", "10.5", None), ("C", "", None)) == ["B", "A"]


def test_seats_that_no_row_accounts_for_are_left_over(empty):
    count = count_of(("A", "", 33), ("B", "", 64), at_stake=177)
    assert (count.without_holder, count.all_seats) == (80, 177)
    assert count.chart.total == 177


def test_each_row_leads_to_the_page_of_who_stood_and_has_the_mark_of_its_seats(empty):
    result = factories.ResultFactory()
    amanat = factories.SubjectFactory(key="amanat", topic="parties")
    add_row(result, "Nur Otan", contestant=amanat, seats=80)
    add_row(result, "Another", seats=18)
    add_row(result, "Third", seats=0)
    count = ResultCount(result.fact)
    assert [entry.address for entry in count.table] == ["/en/parties/amanat/", "", ""]
    marks = [entry.mark for entry in count.table]
    assert marks[0] != marks[1]
    assert all(marks[:2])
    assert marks[2] == ""
    assert [entry.row.label for entry in count.drawn] == ["Nur Otan", "Another"]
    assert [wedge.count for wedge in count.chart.wedges] == [80, 18]
