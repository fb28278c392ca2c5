"""Checks of facts."""

from __future__ import annotations

from datetime import date

import pytest

from bench.models import Check
from tests import factories

pytestmark = pytest.mark.django_db


def test_the_newest_check_comes_first(editor, reviewer):
    fact = factories.FactFactory()
    days = [date(2026, 3, 1), date(2026, 5, 1), date(2026, 4, 1)]
    for day in days:
        Check.objects.create(fact=fact, who=editor, day=day)
    same_day = Check.objects.create(fact=fact, who=reviewer, day=max(days))
    assert [check.day for check in fact.checks.all()][1:] == sorted(days, reverse=True)
    assert fact.checks.first() == same_day
