"""What a row holds, as text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from content.serialisers import SERIALISERS
from facts.blocks.blocks import ContentError, block_of, digest, in_order, normal, texts_of
from tests import factories
from tests.facts.blocks.small import FACT, SUBJECT


@pytest.mark.django_db
def test_a_block_leaves_out_what_is_empty_or_usual():
    fact = factories.FactFactory(
        key="hall-name",
        subject__key="hall",
        aspect="name",
        start="1996",
        sentence_en="",
        citation=None,
    )
    block = {"key": "hall-name", "subject": "hall", "aspect": "name", "start": "1996"}
    assert block_of(fact, FACT) == block
    fact.end = "2007"
    assert block_of(fact, FACT) == {**block, "end": "2007"}


@pytest.mark.django_db
def test_rows_that_belong_to_it_stand_inside_in_order():
    name = factories.NameFactory(text="Сенат", language="kk", script="Cyrl")
    factories.NameFactory(fact=name.fact, text="Senate", is_main=False)
    block = block_of(name.fact, FACT)
    assert block["names"] == [
        {"language": "en", "script": "Latn", "text": "Senate"},
        {"language": "kk", "script": "Cyrl", "text": "Сенат", "is_main": "yes"},
    ]
    assert [set(row) for row in block["citations"]] == [{"passage"}]


@pytest.mark.django_db
def test_details_stand_inside_as_a_block_of_their_own():
    convocation = factories.ConvocationFactory(number=3)
    block = block_of(convocation.fact, SERIALISERS["facts"])
    assert block["convocation"] == {"number": "3"}


def test_some_texts_of_a_row_are_enough():
    subject = factories.SubjectFactory.build(key="hall", name_en="Hall")
    assert texts_of(subject, ["name_en", "topic"], {"topic": "parliament"}) == {
        "name_en": "Hall"
    }


def test_numbers_count_as_numbers():
    rows = [{"position": n} for n in ("10", "9", "²", "", "1")]
    assert [row["position"] for row in in_order(rows, ("position",))] == [
        "",
        "²",
        "1",
        "9",
        "10",
    ]


texts = st.text(max_size=3)


@given(st.lists(st.fixed_dictionaries({"first": texts, "second": texts})))
def test_the_order_of_rows_does_not_depend_on_how_they_came(rows):
    names = ("first", "second")
    assert in_order(rows[::-1], names) == in_order(rows, names)


def test_the_digest_is_of_what_is_held_and_not_of_its_order():
    block = {"key": "hall", "name_en": "Мәжіліс"}
    assert digest(block) == digest(dict(reversed(block.items())))
    assert digest(block) != digest({**block, "name_en": "Majilis"})


def test_a_block_is_brought_to_the_form_in_which_it_is_written():
    block = {
        "key": "hall-name",
        "end": "..",
        "sentence_en": "",
        "names": [{"text": "b"}, {"text": "a", "is_main": ""}],
        "citations": [],
    }
    assert normal(block, FACT) == {
        "key": "hall-name",
        "names": [{"text": "a"}, {"text": "b"}],
    }


@pytest.mark.parametrize(
    ("block", "complaint"),
    [
        ({"key": "x", "remark": "y"}, "facts x: nothing is called “remark”"),
        ({"key": "x", "names": [{"colour": "y"}]}, "names: nothing is called “colour”"),
        ({"key": "x", "aspect": ["y"]}, "“aspect” must be one text"),
        ({"key": "x", "names": {"text": "y"}}, "“names” must be a list of blocks"),
    ],
)
def test_what_its_serialiser_does_not_know_is_refused(block, complaint):
    with pytest.raises(ContentError, match=complaint):
        normal(block, FACT)


def test_a_serialiser_without_parts_knows_none():
    with pytest.raises(ContentError, match="nothing is called “names”"):
        normal({"key": "x", "names": []}, SUBJECT)
