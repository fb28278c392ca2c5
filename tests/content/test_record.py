"""What a published change leaves in the public record."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from content.before_and_after import WrittenRow
from content.models import ChangeRecord
from content.record import record_change
from facts.guard import GuardedError, writing

pytestmark = pytest.mark.django_db
AT = datetime(2026, 11, 22, 9, tzinfo=UTC)
TARGET = WrittenRow(
    "facts/hall-term",
    before={"key": "hall-term", "act_en": "an act"},
    after={"key": "hall-term", "act_en": "a law"},
)
BESIDE = WrittenRow("passages/paper-1", before={}, after={"key": "paper-1"})


def record(*rows, **more):
    with writing():
        return record_change(7, "correct", rows, reason="A slip.", at=AT, **more)


def test_it_says_what_was_written_when_and_why():
    entry = ChangeRecord.objects.get(pk=record(TARGET, BESIDE, undoes=3).pk)
    assert (entry.number, entry.kind, entry.key) == (7, "facts", "hall-term")
    assert (entry.aim, entry.reason, entry.published_at) == ("correct", "A slip.", AT)
    assert entry.undoes == 3
    assert entry.written == [TARGET, BESIDE]


def test_a_new_value_keeps_the_one_whose_place_it_takes():
    new = WrittenRow("facts/new", {}, {"key": "new"}, replaced={"key": "old"})
    entry = record(new, BESIDE)
    assert entry.replaced == {"key": "old"}
    assert entry.written[0].replaced == {"key": "old"}
    assert entry.written[1].replaced == {}


def test_it_names_nobody():
    entry = record(TARGET)
    people = {field.name for field in entry._meta.fields if field.is_relation}
    assert people == set()


def test_nothing_is_recorded_outside_the_one_place_that_writes():
    with pytest.raises(GuardedError):
        record_change(7, "correct", [TARGET], reason="A slip.", at=AT)
