from __future__ import annotations

import pytest

from facts.blocks.serialiser import Part
from facts.models import Citation, Name


@pytest.mark.parametrize(
    ("block", "may_be"),
    [
        ({"aspect": "name"}, True),
        ({"aspect": "meaning"}, False),
        ({"aspect": "meaning", "names": []}, True),
        ({}, False),
    ],
)
def test_a_part_of_some_aspects_is_in_their_facts_or_where_it_is_now(block, may_be):
    part = Part("names", Name, "fact", ("text",), aspects=("name",))
    assert part.may_be_in(block) is may_be


@pytest.mark.parametrize("block", [{}, {"aspect": "name"}, {"citations": []}])
def test_a_part_of_no_aspects_in_particular_may_be_in_every_row(block):
    assert Part("citations", Citation, "fact", ("passage",)).may_be_in(block)
