"""The lists of the bench."""

from __future__ import annotations

import re
from html import unescape

import pytest
from django.contrib.admin import site
from django.urls import reverse

from bench.admin import LookOnly
from tests.bench.making_changes import drafted

pytestmark = pytest.mark.django_db


def test_the_list_of_changes_speaks_as_the_other_lists_do(editor, at_editor):
    drafted(editor, on="2026-11-30")
    page = at_editor.get(reverse("admin:bench_change_changelist"))
    assert "Select" not in page.context["title"]
    assert '<td class="field-its_day">2026-11-30</td>' in page.text


def test_a_search_that_finds_nothing_says_how_to_go_on(at_editor):
    address = reverse("admin:facts_fact_changelist")
    told = "Nothing holds every word of “how many &lt;moons&gt;”. Fewer words find more."
    assert told in at_editor.get(address, {"q": "how many <moons>"}).text
    assert "Fewer words" not in at_editor.get(address, {"q": "senators"}).text


LISTS = [
    reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_changelist")
    for model, its_admin in site._registry.items()
    if isinstance(its_admin, LookOnly)
]


@pytest.mark.parametrize("address", LISTS)
@pytest.mark.parametrize(
    "query",
    [
        {"key__regex": "^(([a-z0-9-])+.)+[A-Z]([a-z])+$"},
        {"key__regex": "("},
        {"key__iregex": "**"},
        {"subject__topic__regex": "("},
        {"state__in": "published"},
        {"published_at__year": "99999999999999"},
        {"author__password__startswith": "a"},
        {"pk": "1"},
    ],
)
def test_a_list_is_asked_nothing_but_what_its_filters_ask(at_editor, address, query):
    assert at_editor.get(address, query).status_code == 400


def test_every_filter_of_a_list_can_be_chosen(at_editor):
    seen = 0
    for address in LISTS:
        page = at_editor.get(address).text
        for query in set(re.findall(r'<a href="(\?[a-z_]+=[^"]+)"', page)):
            seen += 1
            assert at_editor.get(address + unescape(query)).status_code == 200
    assert seen > 30
