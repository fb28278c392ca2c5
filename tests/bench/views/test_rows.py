"""The page of a row, and what begins there."""

from __future__ import annotations

import pytest
from django.urls import reverse

from bench.models import Check
from facts.models import Fact
from tests import factories
from tests.bench.form_pages import opened
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


@pytest.mark.parametrize(
    ("values", "aims"),
    [
        ({"end": ".."}, ["correct", "replace", "retire"]),
        ({"end": "2010"}, ["correct", "retire"]),
        ({"state": "retired"}, ["correct"]),
    ],
)
def test_a_fact_offers_what_can_become_of_it(at_editor, values, aims):
    fact = factories.FactFactory(**values)
    page = at_editor.get(reverse("admin:facts_fact_change", args=[fact.pk]))
    assert [aim for aim, _label in page.context["aims"]] == aims


def test_any_other_row_is_corrected_or_retired(at_editor):
    passage = factories.PassageFactory()
    page = at_editor.get(reverse("admin:facts_passage_change", args=[passage.pk]))
    assert [aim for aim, _label in page.context["aims"]] == ["correct", "retire"]
    assert "I compared it with its sources" not in page.text


def test_a_new_value_starts_with_all_but_the_time_and_the_sources_of_the_old(at_editor):
    address = opened(at_editor, "kurultai-term", "replace")
    block = at_editor.get(address).context["change"].block
    assert block["subject"] == "kurultai"
    assert block["term"]
    assert not {"key", "start", "end", "state", "act_en", "citations"} & set(block)
