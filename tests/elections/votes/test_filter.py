from __future__ import annotations

import pytest
from django.http import QueryDict

from elections.votes.fetching import fetch_votes
from elections.votes.filter import ElectionFilter, decades_of

pytestmark = pytest.mark.django_db


def test_the_decades_are_those_in_which_a_vote_may_have_been_held(three):
    assert decades_of(fetch_votes()) == [1990, 2000, 2010]
    assert decades_of([]) == []


@pytest.mark.parametrize(
    ("query", "pairs", "keys"),
    [
        ("", [], ["early", "rough", "late"]),
        ("kind=majilis", [("kind", "majilis")], ["late"]),
        ("decade=2010", [("decade", "2010")], ["rough", "late"]),
        ("kind=senate&decade=2000", [("kind", "senate"), ("decade", "2000")], []),
        ("kind=nonsense", [], ["early", "rough", "late"]),
        ("decade=1980", [], ["early", "rough", "late"]),
    ],
)
def test_an_address_is_read_into_what_is_asked_for(three, query, pairs, keys):
    votes = fetch_votes()
    chosen = ElectionFilter(QueryDict(query), decades_of(votes))
    assert chosen.pairs() == pairs
    assert [vote.subject.key for vote in votes if chosen.fits(vote)] == keys


def test_the_decades_stand_in_the_form_in_words():
    field = ElectionFilter(QueryDict(""), [1990, 2000])["decade"]
    assert [str(label) for _value, label in field.field.choices] == [
        "every decade",
        "1990s",
        "2000s",
    ]
