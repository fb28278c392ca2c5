"""What the fields of a form ask for while somebody types."""

from __future__ import annotations

import pytest
from django.urls import reverse

pytestmark = pytest.mark.django_db


def test_looking_for_a_passage_asks_once(at_editor, django_assert_max_num_queries):
    address = reverse("admin:bench_keys", args=["passage"])
    at_editor.get(address)
    with django_assert_max_num_queries(6):
        page = at_editor.get(address, {"row-passage": "senate"})
    assert page.text.count("<option") == 12
