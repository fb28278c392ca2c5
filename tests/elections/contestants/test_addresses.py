from __future__ import annotations

import pytest

from elections.contestants.addresses import body_address, contestant_address
from facts.models import Subject


@pytest.mark.parametrize(
    ("topic", "address"),
    [("parties", "/en/parties/it/"), ("people", "/en/people/it/"), ("places", "")],
)
def test_parties_and_people_have_pages_under_their_keys(topic, address):
    assert contestant_address(Subject(key="it", topic=topic)) == address


@pytest.mark.parametrize(
    ("topic", "address"),
    [
        ("parties", "/en/parties/it/"),
        ("parliament", "/en/chambers/it/"),
        ("presidency", "/en/context/presidency/"),
    ],
)
def test_a_post_is_held_in_a_party_a_chamber_or_the_state(topic, address):
    assert body_address(Subject(key="it", topic=topic)) == address
