"""A public page as it will be."""

from __future__ import annotations

import pytest
from django.urls import reverse

from bench.models import Change
from facts.models import Fact
from tests.bench.form_pages import opened, values_of
from tests.bench.making_changes import TERM

pytestmark = pytest.mark.django_db


def test_the_preview_shows_the_page_and_leaves_no_trace(at_editor, client):
    address = opened(at_editor)
    values = values_of(at_editor.get(address))
    values |= {"row-term-years": "8", "row-term-half_renewed_every": "4"}
    values["head-reason_en"] = "A test."
    at_editor.post(address, values)
    change = Change.objects.get()
    start = at_editor.get(reverse("admin:bench_preview", args=[change.pk]))
    page = at_editor.get(start.url)
    assert "Preview, not published" in page.text
    assert "8 years" in page.text
    assert "8 years" not in client.get("/en/chambers/senate/?on=2000-01-01").text
    assert Fact.objects.get(key=TERM).version == 1
