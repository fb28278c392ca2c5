from __future__ import annotations

import pytest

from elections import rules
from tests import factories

pytestmark = pytest.mark.django_db


def messages_of(rule):
    """The breaches of a rule as an editor reads them."""
    return [str(breach) for breach in rule()]


def test_a_row_of_a_result_without_a_figure():
    row = factories.ResultRowFactory(label_en="Nobody")
    (breach,) = messages_of(rules.rows_say_something)
    assert breach.endswith("has nothing to tell of Nobody")
    factories.edit(type(row).objects.filter(pk=row.pk), seats=0)
    assert messages_of(rules.rows_say_something) == []


def test_an_election_without_a_day():
    election = factories.ElectionFactory(day="")
    (breach,) = messages_of(rules.elections_are_dated)
    assert election.subject.key in breach


@pytest.mark.parametrize("topic", ["parties", "people"])
def test_a_party_or_a_person_may_win_a_vote(topic):
    factories.WinnerFactory(contestant__topic=topic)
    assert messages_of(rules.winners_are_of_a_vote) == []


def test_a_winner_that_is_no_party_or_person():
    winner = factories.WinnerFactory(contestant__topic="places")
    (breach,) = messages_of(rules.winners_are_of_a_vote)
    assert breach.startswith(f"fact {winner.fact.key} names as a winner")
    assert breach.endswith(winner.contestant.name_en)


def test_a_winner_named_by_a_fact_that_dates_no_vote():
    winner = factories.WinnerFactory(fact__aspect="called")
    assert messages_of(rules.winners_are_of_a_vote) == [
        f"fact {winner.fact.key} names a winner, and does not date a vote"
    ]
