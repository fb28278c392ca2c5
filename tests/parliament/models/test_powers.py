"""A share of all members in votes."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parliament.models import Share
from parliament.models.powers import FRACTIONS, votes_needed


@pytest.mark.parametrize(
    ("share", "members", "needed"),
    [
        (Share.TWO_THIRDS, 98, 66),
        (Share.TWO_THIRDS, 50, 34),
        (Share.TWO_THIRDS, 145, 97),
        (Share.TWO_THIRDS, 47, 32),
        (Share.TWO_THIRDS, 107, 72),
        (Share.THREE_QUARTERS, 98, 74),
        (Share.THREE_QUARTERS, 50, 38),
        (Share.THREE_QUARTERS, 145, 109),
        (Share.FOUR_FIFTHS, 98, 79),
        (Share.FOUR_FIFTHS, 50, 40),
        (Share.ONE_FIFTH, 98, 20),
        (Share.ONE_FIFTH, 145, 29),
        (Share.ONE_THIRD, 50, 17),
        (Share.MAJORITY, 98, 50),
        (Share.MAJORITY, 50, 26),
        (Share.MAJORITY, 145, 73),
    ],
)
def test_a_share_in_votes(share, members, needed):
    assert votes_needed(share, members) == needed


@given(st.sampled_from(list(FRACTIONS)), st.integers(1, 1000))
def test_a_share_is_the_fewest_votes_that_reach_it(share, members):
    needed = votes_needed(share, members)
    assert Fraction(needed, members) >= FRACTIONS[share] > Fraction(needed - 1, members)


@given(st.integers(1, 1000))
def test_a_majority_is_more_than_half(members):
    needed = votes_needed(Share.MAJORITY, members)
    assert needed * 2 > members >= (needed - 1) * 2


@pytest.mark.parametrize(
    ("share", "members", "why"),
    [("most", 10, "not a valid Share"), (Share.MAJORITY, 0, "without members")],
)
def test_nonsense_has_no_votes(share, members, why):
    with pytest.raises(ValueError, match=why):
        votes_needed(share, members)
