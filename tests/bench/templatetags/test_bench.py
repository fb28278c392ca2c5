"""What templates of the bench may ask."""

from __future__ import annotations

import pytest
from django.template import Context, Template
from django.urls import reverse

from tests import factories

pytestmark = pytest.mark.django_db


def test_a_row_leads_to_its_page_on_the_bench():
    fact = factories.FactFactory()
    template = Template("{% load bench %}{{ row|bench_address }}")
    address = reverse("admin:facts_fact_change", args=[fact.pk])
    assert template.render(Context({"row": fact})) == address
