"""Blocks laid flat and back, and what differs between two of them."""

from __future__ import annotations

import pytest

from content.serialisers import SERIALISERS
from facts.blocks.blocks import block_of
from facts.blocks.leaves import LeafDifference, differences, flat, unflat
from facts.blocks.serialiser import Part, Serialiser
from facts.models import Citation, Fact
from parliament.models import Existence
from tests.facts.blocks.small import FACT

NAMES = [
    {"language": "en", "script": "Latn", "text": "Hall"},
    {"language": "kk", "script": "Cyrl", "text": "Зал"},
]
BLOCK = {"key": "hall-name", "start": "1996", "names": NAMES}

WITH_DETAILS = Serialiser(
    "facts",
    Fact,
    ("key",),
    parts=(
        Part("existence", Existence, "fact", ("begun_by_en", "ended_by_en"), single=True),
        Part("citations", Citation, "fact", ("passage",), ("passage",)),
    ),
)


def test_a_field_has_its_name_as_path_and_a_row_what_tells_it_apart():
    assert flat(BLOCK, FACT) == {
        ("key",): "hall-name",
        ("start",): "1996",
        ("names", "Hall"): NAMES[0],
        ("names", "Зал"): NAMES[1],
    }


def test_details_have_a_leaf_of_their_own_before_their_fields():
    block = {"key": "x", "existence": {"begun_by_en": "an act"}}
    leaves = flat(block, WITH_DETAILS)
    assert list(leaves.items()) == [
        (("key",), "x"),
        (("existence",), ""),
        (("existence", "begun_by_en"), "an act"),
    ]
    assert flat({"key": "x", "existence": {}}, WITH_DETAILS)[("existence",)] == ""


def test_what_is_laid_flat_is_put_together_again():
    assert unflat(flat(BLOCK, FACT), FACT) == BLOCK
    block = {"key": "x", "existence": {"ended_by_en": "y"}, "citations": [{"passage": "p"}]}
    assert unflat(flat(block, WITH_DETAILS), WITH_DETAILS) == block


@pytest.mark.django_db
def test_so_is_every_fact_of_the_content():
    serialiser = SERIALISERS["facts"]
    for fact in Fact.objects.prefetch_related(*serialiser.prefetches()):
        block = block_of(fact, serialiser)
        leaves = flat(block, serialiser)
        # Details without any text are as good as none where blocks are merged.
        whole = {name: inside for name, inside in block.items() if inside != {}}
        assert unflat(leaves, serialiser) == whole, fact.key


def test_details_are_there_as_long_as_anything_is_in_them():
    leaves = {("key",): "x", ("existence", "begun_by_en"): "an act"}
    assert unflat(leaves, WITH_DETAILS)["existence"] == {"begun_by_en": "an act"}
    assert "existence" not in unflat({("key",): "x", ("existence",): ""}, WITH_DETAILS)


def test_the_leaves_that_differ_are_told_in_the_order_of_the_form():
    before = flat(BLOCK, FACT)
    after = flat({**BLOCK, "start": "1997", "end": "2007", "names": NAMES[:1]}, FACT)
    assert differences(before, after) == [
        LeafDifference(("start",), "1996", "1997"),
        LeafDifference(("names", "Зал"), NAMES[1], None),
        LeafDifference(("end",), None, "2007"),
    ]
    assert differences(before, before) == []
