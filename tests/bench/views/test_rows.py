"""The page of a row, and what begins there."""

from __future__ import annotations

import pytest
from django.urls import reverse

from bench.models import Check
from facts.models import Fact
from tests.bench.making_changes import TERM
from tests.conftest import TODAY

pytestmark = pytest.mark.django_db


def test_a_day_has_one_check_of_a_fact_by_one_person(at_editor):
    fact = Fact.objects.get(key="senate-term-1998")
    for _ in range(3):
        at_editor.post(reverse("admin:bench_check", args=[fact.pk]))
    assert fact.checks.count() == 1


def test_checking_a_fact_is_noted(editor, at_editor):
    fact = Fact.objects.get(key=TERM)
    answer = at_editor.post(reverse("admin:bench_check", args=[fact.pk]))
    assert answer.status_code == 302
    assert Check.objects.get().day == TODAY
    assert (
        "compared it with its sources on 22 November 2026"
        in at_editor.get(reverse("admin:facts_fact_change", args=[fact.pk])).text
    )
