"""When what is told of a fact was last changed."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from content.before_and_after import WrittenRow
from content.last_changes import LastChange, LastChanges
from content.record import record_change
from facts.guard import writing
from facts.models import Fact
from tests import factories

pytestmark = pytest.mark.django_db
AT = datetime(2026, 11, 22, 9, tzinfo=UTC)
LATER = datetime(2026, 11, 23, 9, tzinfo=UTC)
NEVER = LastChange(0, None)


@pytest.fixture
def succession(empty):
    """A fact whose sentence names another subject than its own."""
    factories.FactFactory(key="hall-name", subject__key="hall", aspect="name")
    new = factories.SubjectFactory(key="new-hall")
    passage = factories.PassageFactory(key="paper-1", document__key="paper")
    return factories.SuccessionFactory(
        fact__key="it",
        fact__citation__passage=passage,
        fact__subject=Fact.objects.get(key="hall-name").subject,
        successor=new,
    ).fact


def published(*names, at=AT, number=1):
    rows = [WrittenRow(name, {"key": "x"}, {"key": "y"}) for name in names]
    with writing():
        record_change(number, "correct", rows, reason="A slip.", at=at)


def last_change(fact):
    return LastChanges().of(Fact.objects.with_sources().get(pk=fact.pk))


def test_what_no_change_wrote_was_never_changed(succession):
    published("facts/other", "subject/other", "passages/paper-1")
    assert last_change(succession) == NEVER


@pytest.mark.parametrize(
    "name",
    ["facts/it", "subject/hall", "subject/new-hall", "document/paper", "facts/hall-name"],
)
def test_all_that_a_reader_sees_of_it_counts(succession, name):
    published("facts/other", name)
    assert last_change(succession) == LastChange(1, AT)


def test_the_last_of_several_counts(succession):
    published("facts/it", at=LATER, number=2)
    published("facts/it", "subject/hall", at=AT, number=1)
    assert last_change(succession) == LastChange(2, LATER)


def test_the_newest_of_all():
    assert LastChanges().newest is None
    published("facts/one", at=LATER, number=2)
    published("facts/two")
    assert LastChanges().newest == LATER
