"""Where a row is used."""

from __future__ import annotations

import pytest
from django.urls import reverse

from facts.guard import writing
from facts.models import Fact
from tests.bench.form_pages import folded
from tests.bench.making_changes import TERM

pytestmark = pytest.mark.django_db


def test_no_page_is_said_to_show_what_is_retired(at_editor):
    fact = Fact.objects.get(key=TERM)
    row = reverse("admin:facts_fact_change", args=[fact.pk])
    assert "page:<a" in folded(at_editor.get(row))
    with writing():
        Fact.objects.filter(pk=fact.pk).update(state="retired")
    assert "page:<a" not in folded(at_editor.get(row))
