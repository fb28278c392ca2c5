"""What is written anew with a row, and how what cannot be written is told."""

from __future__ import annotations

import pytest

from content.serialisers import SERIALISERS
from facts.blocks.blocks import ContentError
from facts.blocks.writing import NamedRows, block_now, rows_of, write
from facts.guard import writing
from facts.models import Fact, Passage

pytestmark = pytest.mark.usefixtures("small")


def written(kind, key, **fields):
    """Write a row anew with some fields changed; empty ones are left out."""
    block = {**block_now(SERIALISERS[kind], key), "key": key, **fields}
    with writing():
        return write(
            SERIALISERS[kind], {name: text for name, text in block.items() if text}
        )


def test_the_present_block_of_a_row():
    assert block_now(SERIALISERS["facts"], "hall-term")["term"]["years"] == "6"
    assert block_now(SERIALISERS["facts"], "nothing") == {}


def test_rows_are_found_by_their_keys():
    assert set(rows_of(SERIALISERS["facts"], "hall-term", "nothing")) == {"hall-term"}
    assert set(rows_of(SERIALISERS["facts"])) == {"hall-seats", "hall-term"}


def test_a_row_that_is_there_goes_up_by_one_version():
    assert written("facts", "hall-term", act_en="an act").version == 2
    fact = Fact.objects.get(key="hall-term")
    assert (fact.act_en, fact.version) == ("an act", 2)


def test_a_row_that_is_not_there_is_made():
    fact = written(
        "facts",
        "hall-name",
        subject="hall",
        aspect="name",
        start="1996",
        sentence_en="It is called Hall.",
        citations=[{"passage": "paper-1"}],
    )
    assert fact.version == 1
    assert Fact.objects.get(key="hall-name").citations.get().passage.key == "paper-1"


def test_what_belongs_to_a_row_is_replaced_with_it():
    written(
        "facts",
        "hall-seats",
        composition={"parts": [{"position": "2", "way": "appointed"}]},
    )
    (part,) = Fact.objects.get(key="hall-seats").composition.parts.all()
    assert (part.way, part.seats) == ("appointed", None)
    written("facts", "hall-seats", composition=None, sentence_en="None.")
    assert not hasattr(Fact.objects.get(key="hall-seats"), "composition")


def test_a_new_passage_stands_behind_the_others_of_its_document():
    fields = {
        "document": "paper",
        "section_en": "The hall",
        "place_en": "paragraph 3",
        "speaks": "2020",
        "summary_en": "More.",
    }
    assert written("passages", "paper-3", **fields).position == 3
    assert written("passages", "paper-3", summary_en="Less.").position == 3
    assert Passage.objects.get(key="paper-3").summary_en == "Less."


@pytest.mark.parametrize(
    ("kind", "key", "fields", "complaint"),
    [
        # A constraint that is broken is told in words.
        ("passages", "paper-1", {"reason_en": "Because."}, "only such a one, says why"),
        ("facts", "hall-term", {"subject": "nobody"}, "no subject called “nobody”"),
        ("facts", "hall-term", {"start": "banana"}, "no date we can read"),
        ("facts", "hall-term", {"end": "1990"}, "ends before it begins"),
        ("facts", "hall-term", {"term": {"years": "many"}}, "term: .*integer"),
        ("facts", "hall-term", {"term": {"years": "6 "}}, "write term as"),
    ],
)
def test_what_cannot_be_written_is_told_in_words(kind, key, fields, complaint):
    with pytest.raises(ContentError, match=complaint):
        written(kind, key, **fields)


def test_each_named_row_is_read_once(django_assert_num_queries):
    named = NamedRows()
    with django_assert_num_queries(1):
        first = named.get(Fact, "hall-term")
        assert named.get(Fact, "hall-term") is first


def test_all_rows_are_read_at_once_and_one_written_since_is_found(
    django_assert_num_queries,
):
    named = NamedRows(at_once=True)
    with django_assert_num_queries(1):
        assert named.get(Fact, "hall-term") != named.get(Fact, "hall-seats")
    written(
        "facts",
        "late",
        subject="hall",
        aspect="name",
        start="1996",
        sentence_en="It is late.",
        citations=[{"passage": "paper-1"}],
    )
    assert named.get(Fact, "late").key == "late"


def test_a_name_of_nothing_is_told():
    with pytest.raises(ValueError, match="there is no fact called “nothing”"):
        NamedRows(at_once=True).get(Fact, "nothing")
