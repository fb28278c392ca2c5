"""The rules on members on a day, part by part and role by role."""

from __future__ import annotations

from datetime import date

import pytest

from parliament.members.rules import (
    KINDS,
    ROLES,
    SECTIONS,
    own_subject,
    rules_on,
    stands,
    subjects_of_members,
)
from tests import factories

pytestmark = pytest.mark.django_db

DAY = date(2005, 1, 1)


@pytest.fixture
def world(empty, small_chamber):
    """A senate that stood, its rules, and those of the Mäjilis, which did not."""
    senate = small_chamber("senate")
    majilis = factories.SubjectFactory(key="majilis")
    members = factories.SubjectFactory(key="members")
    facts = [
        factories.FactFactory(subject=subject, aspect=aspect, start=start, end=end)
        for subject, aspect, start, end in (
            (senate.institution.subject, "right-01-inquiries", "2000-01-01", ".."),
            (senate.institution.subject, "duty-visits", "2000-01-01", "2005-01-01"),
            (members, "oath-promise", "[2004-01-01..2006-01-01]", ".."),
            (members, "ineligible-convicted", "2000-01-01", ".."),
            (majilis, "immunity", "2000-01-01", ".."),
        )
    ]
    return facts, [senate]


def aspects(facts, standings, role=""):
    return [
        (str(section.label), [fact.aspect for fact in section.facts])
        for section in rules_on(facts, standings, DAY, role)
    ]


def test_the_rules_of_the_day_stand_in_the_order_of_the_parts(world):
    facts, standings = world
    assert aspects(facts, standings, "senator") == [
        ("Who could become one", ["ineligible-convicted"]),
        ("The oath", ["oath-promise"]),
        ("Rights", ["right-01-inquiries"]),
    ]


def test_a_role_has_no_rules_while_its_chamber_does_not_stand(world):
    facts, standings = world
    assert not stands("deputy", standings)
    assert aspects(facts, standings, "deputy") == []


def test_without_a_role_the_rules_of_all_are_there(world):
    facts, standings = world
    assert aspects(facts, standings) == aspects(facts, standings, "senator")
    assert aspects(facts, []) == []


def test_no_other_role_is_known(world):
    facts, standings = world
    with pytest.raises(KeyError):
        rules_on(facts, standings, DAY, "king")


def test_every_role_is_of_a_chamber_and_every_kind_in_one_part():
    assert {own_subject(role) for role in ROLES} == {"senate", "majilis", "kurultai"}
    assert subjects_of_members() == {"senate", "majilis", "kurultai", "members"}
    assert len(KINDS) == len(set(KINDS)) == sum(len(kinds) for _label, kinds in SECTIONS)
