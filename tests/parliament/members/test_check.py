"""The check of a person against what is asked of members."""

from __future__ import annotations

from datetime import date

import pytest

from parliament.members.check import CheckOutcome, Person, check, outcome_of, verdict
from parliament.members.fetching import facts_on_members
from parliament.models import RequirementMeasure
from tests import factories

pytestmark = pytest.mark.django_db

PERSON = Person(28, True, 28, 28, True, 6)


def outcome(role, person, *day):
    facts = [fact for fact in facts_on_members() if fact.subject.key == role]
    return verdict(check(facts, person, date(*day)))


def test_a_woman_of_28_with_a_degree_and_six_years_of_work():
    assert outcome("senate", PERSON, 2010, 1, 1) is CheckOutcome.NOT_MET
    assert outcome("kurultai", PERSON, 2026, 9, 1) is CheckOutcome.MET
    assert outcome("majilis", PERSON, 2010, 1, 1) is CheckOutcome.MET


@pytest.mark.parametrize(
    ("person", "role", "day", "right"),
    [
        (Person(30, True, 10, 3, True, 5), "senate", (2010, 1, 1), CheckOutcome.MET),
        (Person(29, True, 10, 3, True, 5), "senate", (2010, 1, 1), CheckOutcome.NOT_MET),
        (Person(30, True, 9, 3, True, 5), "senate", (2010, 1, 1), CheckOutcome.NOT_MET),
        (Person(30, True, 10, 2, True, 5), "senate", (2010, 1, 1), CheckOutcome.NOT_MET),
        (Person(30, True, 10, 3, False, 5), "senate", (2010, 1, 1), CheckOutcome.NOT_MET),
        (Person(30, True, 10, 3, True, 4), "senate", (2010, 1, 1), CheckOutcome.NOT_MET),
        (Person(30, False, 10, 3, True, 5), "senate", (2010, 1, 1), CheckOutcome.NOT_MET),
        (Person(30, None, 10, 3, True, 5), "senate", (2010, 1, 1), CheckOutcome.NOT_KNOWN),
        (Person(24, True, 24), "majilis", (2010, 1, 1), CheckOutcome.NOT_MET),
        (Person(25, True, 10), "majilis", (2010, 1, 1), CheckOutcome.MET),
        (Person(25, True, 10), "kurultai", (2026, 9, 1), CheckOutcome.MET),
        (Person(25, True, 9), "kurultai", (2026, 9, 1), CheckOutcome.NOT_MET),
        (Person(), "senate", (2010, 1, 1), CheckOutcome.NOT_KNOWN),
    ],
)
def test_each_rule_counts(person, role, day, right):
    assert outcome(role, person, *day) is right


def test_what_sources_do_not_state_is_not_known():
    facts = [fact for fact in facts_on_members() if fact.subject.key == "majilis"]
    lines = {str(line.measure): line for line in check(facts, PERSON, date(2000, 1, 1))}
    assert lines["residence"].outcome is CheckOutcome.NOT_KNOWN
    assert lines["residence"].fact is None
    assert verdict(list(lines.values())) is CheckOutcome.NOT_KNOWN


def test_nobody_is_judged_by_no_rules():
    assert verdict([]) is CheckOutcome.NOT_KNOWN


def asked(measure, years=None, start="2000-01-01", end=".."):
    return factories.RequirementFactory(
        measure=measure, at_least=years, fact__start=start, fact__end=end
    ).fact


@pytest.mark.parametrize(
    ("measure", "years", "person", "outcome"),
    [
        ("age", 30, Person(age=30), CheckOutcome.MET),
        ("age", 30, Person(age=29), CheckOutcome.NOT_MET),
        ("age", 30, Person(), CheckOutcome.NOT_KNOWN),
        ("residence", 10, Person(years_in_country=10), CheckOutcome.MET),
        ("local-residence", 3, Person(years_in_region=2), CheckOutcome.NOT_MET),
        ("experience", 5, Person(years_of_work=5), CheckOutcome.MET),
        ("education", None, Person(has_higher_education=True), CheckOutcome.MET),
        ("education", None, Person(has_higher_education=False), CheckOutcome.NOT_MET),
        ("citizenship", None, Person(is_citizen=True), CheckOutcome.MET),
        # For how many years somebody is a citizen is not asked.
        ("citizenship", 5, Person(is_citizen=True), CheckOutcome.NOT_KNOWN),
        ("citizenship", 5, Person(is_citizen=False), CheckOutcome.NOT_MET),
    ],
)
def test_each_measure_is_compared_with_what_was_said(measure, years, person, outcome):
    assert outcome_of(asked(measure, years).requirement, person) is outcome


def test_a_rule_that_may_have_held_condemns_nobody():
    rule = asked("age", 30, start="[2009-01-01..2011-01-01]")
    (line,) = check([rule], Person(age=28), date(2010, 1, 1))
    assert line.outcome is CheckOutcome.NOT_KNOWN
    assert "do not settle whether this rule held" in str(line.why)
    (line,) = check([rule], Person(age=31), date(2010, 1, 1))
    assert line.outcome is CheckOutcome.MET
    assert line.why == ""


def test_rules_stand_in_one_order_each_measure_once():
    facts = [
        asked("education"),
        asked("age", 25, end="2005-01-01"),
        asked("age", 30, start="2005-01-01"),
        factories.FactFactory(aspect="duty-visits"),
    ]
    lines = check(facts, PERSON, date(2010, 1, 1))
    assert [line.measure for line in lines] == [
        RequirementMeasure.AGE,
        RequirementMeasure.EDUCATION,
    ]
    assert lines[0].fact == facts[2]
