"""The lists of the bench."""

from __future__ import annotations

import pytest
from django.urls import reverse

from tests.bench.making_changes import drafted

pytestmark = pytest.mark.django_db


def test_the_list_of_changes_speaks_as_the_other_lists_do(editor, at_editor):
    drafted(editor, on="2026-11-30")
    page = at_editor.get(reverse("admin:bench_change_changelist"))
    assert "Select" not in page.context["title"]
    assert '<td class="field-its_day">2026-11-30</td>' in page.text


def test_a_search_that_finds_nothing_says_how_to_go_on(at_editor):
    address = reverse("admin:facts_fact_changelist")
    told = "Nothing holds every word of “how many &lt;senators&gt;”. Fewer words find more."
    assert told in at_editor.get(address, {"q": "how many <senators>"}).text
    assert "Fewer words" not in at_editor.get(address, {"q": "senators"}).text
