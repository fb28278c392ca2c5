"""The bench as a site of the admin."""

from __future__ import annotations

import pytest
from django.http import QueryDict
from django.urls import reverse

from bench.site import holds_nul

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("query", "is_found"),
    [("", False), ("a=b", False), ("a=%00", True), ("%00=a", True), ("a=b&a=c%00", True)],
)
def test_a_nul_is_found_in_names_and_values(query, is_found):
    assert holds_nul(QueryDict(query)) == is_found


def test_no_page_takes_a_nul(at_editor):
    for name in ("index", "facts_fact_changelist", "bench_start"):
        address = reverse(f"admin:{name}")
        assert at_editor.get(address, {"q": "a\0"}).status_code == 400
        assert at_editor.post(address, {"q": "a\0"}).status_code == 400


def test_who_is_logged_out_is_sent_to_the_login_unless_she_typed_at_length(client):
    change = reverse("admin:bench_change_change", args=[1])
    assert client.get(change).url.startswith(reverse("admin:login"))
    assert client.post(change, {"row-act_en": "typed"}).status_code == 403
    start = reverse("admin:bench_start")
    assert client.post(start, {"kind": "facts"}).url.startswith(reverse("admin:login"))
