"""What is written anew with a row, and how what cannot be written is told."""

from __future__ import annotations

import pytest

from content.serialisers import SERIALISERS
from facts.blocks.blocks import ContentError
from facts.blocks.writing import block_now, write
from facts.guard import writing
from facts.models import Fact

pytestmark = pytest.mark.django_db


def written(kind, key, **fields):
    with writing():
        return write(SERIALISERS[kind], {**block_now(SERIALISERS[kind], key), **fields})


def sentence(key):
    return Fact.objects.get(key=key).made_sentence_en


@pytest.mark.parametrize(
    ("subject", "fact"),
    [("senate", "senate-existence"), ("kurultai", "senate-succession-kurultai")],
)
def test_sentences_follow_the_name_of_what_they_name(subject, fact):
    assert "Renamed" not in sentence(fact)
    written("subject", subject, name_en="Renamed")
    assert "Renamed" in sentence(fact)


def test_sentences_follow_what_a_subject_is():
    institution = block_now(SERIALISERS["subject"], "senate")["institution"]
    written("subject", "senate", institution={**institution, "members_en": "elders"})
    assert sentence("senate-term-1998").startswith("Elders serve")


def test_a_sentence_goes_with_the_details_that_it_was_made_from():
    block = block_now(SERIALISERS["facts"], "senate-term-1998")
    del block["term"]
    with writing():
        write(SERIALISERS["facts"], {**block, "aspect": "remark", "sentence_en": "Typed."})
    assert sentence("senate-term-1998") == ""


def test_details_of_what_is_no_institution_are_refused():
    with pytest.raises(ContentError, match="has no institution"):
        written("facts", "senate-term-1998", subject="abish-kekilbayev")


def test_a_constraint_that_is_broken_is_told_in_words():
    with pytest.raises(ContentError, match="only such a one, says why"):
        written("passages", "senate-article-history-1", reason_en="Because.")
