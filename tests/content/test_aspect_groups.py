"""The one table of aspects, against the content and the code that asks for them."""

from __future__ import annotations

from collections import Counter

import pytest

from content.aspect_groups import (
    ASPECTS,
    NOTES_COMPARED,
    TABLE,
    ComparisonGroup,
    comparison_group,
)
from content.rules import every_aspect_is_in_the_table
from elections import aspects as elections
from facts import aspects as facts
from facts.models import Fact
from parliament import aspects as parliament
from tests import factories

KINDS = [entry.kind for entry in TABLE]


def test_every_kind_stands_in_it_once():
    declared = {*facts.KINDS, *parliament.KINDS, *elections.KINDS}
    assert declared <= set(KINDS)
    assert [kind for kind, n in Counter(KINDS).items() if n > 1] == []


@pytest.mark.parametrize("module", [facts, parliament, elections])
def test_every_kind_that_a_module_names_is_declared(module):
    named = {one for one in vars(module).values() if isinstance(one, facts.AspectKind)}
    assert named <= set(KINDS)


@pytest.mark.django_db
def test_every_fact_of_the_content_has_a_kind():
    assert list(every_aspect_is_in_the_table()) == []


@pytest.mark.django_db
@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: f"{kind.name} {kind.topics[0]}")
def test_a_kind_says_what_it_holds_with_an_example_of_the_content(kind):
    assert str(kind.holds).endswith(".")
    assert kind.covers(kind.example)
    of_topics = Fact.objects.filter(subject__topic__in=kind.topics)
    assert of_topics.filter(aspect=kind.example).exists()


@pytest.mark.django_db
def test_the_details_that_a_kind_names_are_there():
    relations = {field.name for field in Fact._meta.related_objects}
    for kind in KINDS:
        assert not kind.detail or kind.detail in {
            field.get_accessor_name() for field in Fact._meta.related_objects
        }, relations


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("topic", "aspect", "is_known"),
    [
        ("parliament", "speaker-salary", False),
        ("parliament", "note-speaker-salary", True),
        ("parliament", "exsistence", False),
        ("parliament", "duty-", False),
        ("terms", "note-origin", False),
        ("places", "duty-absences", False),
    ],
)
def test_an_aspect_outside_the_table_breaks_a_must(topic, aspect, is_known):
    subject = factories.SubjectFactory(topic=topic)
    factories.FactFactory(key="odd", subject=subject, aspect=aspect)
    what = f"no page shows of “{subject.get_topic_display()}”: {aspect}"
    found = [str(breach) for breach in every_aspect_is_in_the_table()]
    assert [what in breach for breach in found] == ([] if is_known else [True])


@pytest.mark.parametrize(
    ("aspect", "topic", "group"),
    [
        ("composition", "parliament", ComparisonGroup.SEATS),
        ("choice-appointed", "parliament", ComparisonGroup.SYSTEMS),
        ("electoral-system", "presidency", ComparisonGroup.SYSTEMS),
        ("term-limit", "presidency", ComparisonGroup.TERMS),
        ("duty-absences", "parliament", ComparisonGroup.MEMBERS),
        ("name", "places", ComparisonGroup.PLACES),
        ("name", "people", ComparisonGroup.NAMES),
        ("existence", "courts", ComparisonGroup.INSTITUTIONS),
        ("note-vacancy", "presidency", ComparisonGroup.STATE),
        ("note-quorum", "powers", ComparisonGroup.POWERS),
        ("note-quorum", "elections", None),
        ("adopted", "law", None),
        ("in-force", "law", ComparisonGroup.STATE),
        ("no-such", "law", None),
    ],
)
def test_a_comparison_tells_a_kind_in_its_group(aspect, topic, group):
    assert comparison_group(aspect, topic) is group


def test_the_kinds_of_a_topic_are_found_by_their_aspects():
    for kind in KINDS:
        for topic in kind.topics:
            assert ASPECTS.kind_of(kind.example, topic) is kind


def test_every_group_tells_some_kind_but_the_last_which_tells_what_is_not_settled():
    told = {entry.comparison for entry in TABLE} | set(NOTES_COMPARED.values())
    assert told - {None} == set(ComparisonGroup) - {ComparisonGroup.PERHAPS}
    assert list(ComparisonGroup)[-1] is ComparisonGroup.PERHAPS
