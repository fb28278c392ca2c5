"""The record of published changes: their order, and what they wrote."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from django.db import IntegrityError, transaction

from content.before_and_after import WrittenRow
from content.models import ChangeRecord, LastLoad
from facts.guard import writing

pytestmark = pytest.mark.usefixtures("empty")


def record(number, day, **more):
    with writing():
        return ChangeRecord.objects.create(
            number=number,
            kind="facts",
            key="hall-term",
            aim="correct",
            reason_en="A slip.",
            published_at=datetime(2026, 1, day, tzinfo=UTC),
            **more,
        )


def test_the_newest_come_first_and_of_one_moment_the_higher_number():
    first, second, third = record(2, 1), record(1, 5), record(3, 1)
    assert list(ChangeRecord.objects.newest_first()) == [second, third, first]


def test_a_number_is_given_once():
    record(1, 1)
    with pytest.raises(IntegrityError), transaction.atomic():
        record(1, 2)


def test_the_rows_that_it_wrote_come_with_its_target_first():
    block = {"key": "hall-term"}
    entry = record(
        1,
        1,
        replaced={"key": "old"},
        rows=[
            {"name": "facts/hall-term", "before": {}, "after": block},
            {"name": "passages/paper-1", "before": block, "after": block},
        ],
    )
    assert entry.written == [
        WrittenRow("facts/hall-term", {}, block, replaced={"key": "old"}),
        WrittenRow("passages/paper-1", block, block),
    ]
    assert [row.kind for row in entry.written] == ["facts", "passages"]


def test_it_is_called_by_what_was_done_to_what():
    assert str(record(1, 1)) == "Corrected: hall-term"


def test_a_load_is_called_by_the_edition_that_it_made():
    assert str(LastLoad(edition=12)) == "Load of edition 12"
