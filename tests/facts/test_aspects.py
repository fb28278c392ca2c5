"""Kinds of aspects, on a small table of their own."""

from __future__ import annotations

from dataclasses import replace

import pytest

from facts.aspects import AspectKind, AspectTable, EventKind, FactIndex, any_of
from facts.models import Fact, Topic
from tests import factories

PARTS = AspectKind("part-", (Topic.PARTIES,), "A part.", "part-one", detail="merger")
WHOLE = AspectKind("part", (Topic.PARTIES,), "A whole.", "part")
PLACE = AspectKind(
    "part",
    (Topic.PLACES, Topic.COURTS),
    "A place.",
    "part",
    detail="existence",
    is_detail_optional=True,
    event=EventKind.PLACE,
)
TABLE = AspectTable((PARTS, WHOLE, PLACE))


def test_a_kind_with_a_free_part_covers_what_begins_with_it():
    assert PARTS.covers("part-one")
    assert not PARTS.covers("part-")
    assert not PARTS.covers("part")
    assert PARTS.free_part("part-one-half") == "one-half"
    assert PARTS.with_part("two") == "part-two"


def test_a_kind_without_one_covers_its_name_alone():
    assert WHOLE.covers("part")
    assert not WHOLE.covers("part-one")
    assert not WHOLE.covers("parts")


@pytest.mark.parametrize(
    ("aspect", "topic", "kind"),
    [
        ("part", "parties", WHOLE),
        ("part-one", "parties", PARTS),
        ("part", "places", PLACE),
        ("part", "courts", PLACE),
        ("part-one", "places", None),
        ("parts", "parties", None),
        ("part", "people", None),
        ("part", "no such topic", None),
    ],
)
def test_the_kind_depends_on_the_topic(aspect, topic, kind):
    assert TABLE.kind_of(aspect, topic) is kind


def test_the_kinds_of_a_topic_are_listed_by_name():
    assert TABLE.of_topic("parties") == [WHOLE, PARTS]


def test_only_what_is_not_optional_is_needed():
    assert TABLE.detail_needed("part-one", "parties") == "merger"
    assert TABLE.detail_needed("part", "places") == ""
    assert TABLE.details_of("part") == {"existence"}


def test_the_longest_name_wins():
    longer = replace(PARTS, name="part-time-")
    table = AspectTable((PARTS, longer))
    assert table.kind_of("part-time-one", "parties") is longer
    assert table.kind_of("part-time-", "parties") is PARTS
    assert table.kind_of("part-", "parties") is None


def test_a_kind_cannot_be_declared_twice_for_one_topic():
    with pytest.raises(ValueError, match="declared twice"):
        AspectTable((PLACE, PLACE))


@pytest.mark.django_db
def test_the_database_gives_the_same_answers(empty):
    for topic in ("parties", "places", "people"):
        for aspect in ("part", "part-one", "parts"):
            subject = factories.SubjectFactory(topic=topic)
            factories.FactFactory(subject=subject, aspect=aspect)
    every = list(Fact.objects.select_related("subject"))
    events = {fact for fact in every if TABLE.event_kind(fact)}
    assert set(Fact.objects.filter(TABLE.events_query)) == events
    assert {fact.aspect for fact in PARTS.among(every)} == {"part-one"}
    assert set(Fact.objects.filter(any_of([PARTS]))) == set(PARTS.among(every))
    assert not Fact.objects.filter(any_of([]))


@pytest.mark.django_db
def test_a_fact_is_complete_with_the_details_that_it_needs(empty):
    party = factories.SubjectFactory(topic="parties")
    fact = factories.FactFactory(subject=party, aspect="part-one")
    assert not TABLE.is_complete(fact)
    factories.MergerFactory(fact=fact)
    assert TABLE.is_complete(Fact.objects.get(pk=fact.pk))


@pytest.mark.django_db
def test_an_index_finds_what_each_kind_covers(empty):
    aspects = ("result", "result-list", "open-result-list", "open-seats", "open-")
    facts = [factories.FactFactory(aspect=aspect) for aspect in aspects]
    index = FactIndex(facts)
    kinds = [
        AspectKind(name, (), "", example=name)
        for name in ("result", "result-", "open-", "open-result-", "resul", "")
    ]
    for kind in kinds:
        assert index.of(kind) == kind.among(facts), kind.name
    assert index.of(kinds[2], "seats") == [facts[3]]
    assert index.of(kinds[2], "seat") == []
