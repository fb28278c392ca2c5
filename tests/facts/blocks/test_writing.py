"""What is written anew with a row, and how what cannot be written is told."""

from __future__ import annotations

import pytest

from content.serialisers import SERIALISERS
from facts.blocks.blocks import ContentError
from facts.blocks.writing import block_now, write
from facts.guard import writing

pytestmark = pytest.mark.django_db


def written(kind, key, **fields):
    with writing():
        return write(SERIALISERS[kind], {**block_now(SERIALISERS[kind], key), **fields})


def test_a_constraint_that_is_broken_is_told_in_words():
    with pytest.raises(ContentError, match="only such a one, says why"):
        written("passages", "senate-article-history-1", reason_en="Because.")
