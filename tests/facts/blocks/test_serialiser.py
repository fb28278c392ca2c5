from __future__ import annotations

import pytest

from content.serialisers import SERIALISERS
from facts.blocks.blocks import block_of
from facts.blocks.serialiser import Part
from facts.models import Citation, Name
from tests.facts.blocks.small import FACT, SUBJECT


def test_what_a_block_needs_is_prefetched():
    assert SUBJECT.prefetches() == []
    assert FACT.prefetches() == ["subject", "names", "citations", "citations__passage"]


@pytest.mark.django_db
@pytest.mark.parametrize("name", SERIALISERS)
def test_writing_blocks_asks_no_further_query(name, django_assert_num_queries):
    serialiser = SERIALISERS[name]
    rows = serialiser.model.objects.prefetch_related(*serialiser.prefetches())
    listed = list(rows[:50])
    with django_assert_num_queries(0):
        for row in listed:
            block_of(row, serialiser)


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
