"""The rules of this app's details that a database cannot hold."""

from __future__ import annotations

import pytest

from facts.guard import writing
from parliament import rules
from tests import factories

pytestmark = pytest.mark.django_db


def said(rule):
    """The breaches of a rule as an editor reads them."""
    return [str(breach) for breach in rule()]


def test_a_total_typed_beside_its_parts():
    part = factories.SeatPartFactory(composition__total=47)
    assert "types a total" in said(rules.totals_are_not_typed_twice)[0]
    with writing():
        part.delete()
    assert "composition without parts" in said(rules.totals_are_not_typed_twice)[0]


def test_a_total_may_be_typed_where_a_part_is_not_known():
    factories.SeatPartFactory(composition__total=47, seats=None)
    assert said(rules.totals_are_not_typed_twice) == []


def test_a_term_of_what_is_no_institution():
    term = factories.TermFactory(fact__key="lost")
    (breach,) = said(rules.terms_and_requirements_have_members)
    assert "lost" in breach
    factories.InstitutionFactory(subject=term.fact.subject)
    assert said(rules.terms_and_requirements_have_members) == []


def test_a_requirement_of_what_is_no_institution():
    factories.RequirementFactory(fact__key="lost")
    assert "lost" in said(rules.terms_and_requirements_have_members)[0]


def test_an_institution_that_nobody_dates():
    institution = factories.InstitutionFactory()
    assert institution.subject.key in said(rules.institutions_exist)[0]
