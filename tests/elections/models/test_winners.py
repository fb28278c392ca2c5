from __future__ import annotations

import pytest
from django.db import IntegrityError, transaction

from elections.models import Winner
from facts.models import Fact
from tests import factories

pytestmark = pytest.mark.django_db


def test_one_contestant_wins_one_seat_once():
    winner = factories.WinnerFactory(seat_en="Abai Region")
    values = {"fact": winner.fact, "contestant": winner.contestant}
    with pytest.raises(IntegrityError), transaction.atomic():
        factories.WinnerFactory(seat_en="Abai Region", **values)
    factories.WinnerFactory(seat_en="Astana", **values)
    assert [str(other.seat) for other in winner.fact.winners.all()] == [
        "Abai Region",
        "Astana",
    ]


def test_the_winners_of_the_content_are_those_whom_a_cited_passage_names():
    """A tie for each vote of which a passage says who won it, and no other."""
    ties = Winner.objects.values_list("fact__subject__key", "contestant__key", "seat_en")
    assert sorted(ties) == [
        ("majilis-2004-09-19", "amanat", ""),
        ("majilis-2007-08-18", "amanat", ""),
        ("majilis-2012-01-15", "amanat", ""),
        ("majilis-2016-03-20", "amanat", ""),
        ("majilis-2021-01-10", "amanat", ""),
        ("majilis-2023-03-19", "amanat", ""),
        ("president-1999-01", "nursultan-nazarbayev", ""),
        ("president-2005-12", "nursultan-nazarbayev", ""),
        ("president-2015-04-26", "nursultan-nazarbayev", ""),
        ("president-2019-06-09", "kassym-jomart-tokayev", ""),
        ("president-2022-11-20", "kassym-jomart-tokayev", ""),
    ]


def test_the_party_that_won_a_majilis_has_more_than_half_of_the_seats_told():
    for winner in Winner.objects.filter(fact__subject__election__kind="majilis"):
        facts = Fact.objects.filter(subject=winner.fact.subject)
        seats = facts.get(aspect="figure-seats").figure.number
        won = 0
        for fact in facts.filter(result__isnull=False):
            rows = fact.result.rows.filter(contestant=winner.contestant)
            won = max([won, *(row.seats or 0 for row in rows)])
        assert won * 2 > seats, winner.fact.key
