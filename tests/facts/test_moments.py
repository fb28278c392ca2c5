"""The days that bound a period."""

from __future__ import annotations

import pytest

from facts.models import Fact
from facts.moments import days_of_moments
from tests.factories import FactFactory

pytestmark = pytest.mark.django_db


def test_each_bound_of_a_published_fact_is_one():
    days = days_of_moments()
    fact = Fact.objects.published().get(key="majilis-first-sitting-2012")
    assert fact.start_earliest.isoformat() in days
    assert fact.end_latest.isoformat() in days
    assert "1901-01-17" not in days


def test_a_retired_fact_bounds_nothing(empty):
    FactFactory(start="2001-02-03", end="2004-05-06")
    FactFactory(start="2002-02-03", end="2004-05-06", state="retired")
    assert days_of_moments() == {"2001-02-03", "2004-05-06"}
