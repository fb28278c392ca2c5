from __future__ import annotations

import pytest
from django.contrib import admin
from django.urls import reverse

from bench.look_only import LookOnly
from facts.models import Fact
from tests.bench.conftest import logged_in, person

pytestmark = pytest.mark.django_db
LISTS = [
    reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_changelist")
    for model in admin.site._registry
]


@pytest.mark.parametrize("address", LISTS)
@pytest.mark.parametrize(
    "lookup", ["id__regex=(a%2B)%2B", "password__startswith=x", "pk__isnull=x", "nothing=1"]
)
def test_a_list_answers_its_filters_alone(admin_user, address, lookup):
    answer = logged_in(admin_user).get(f"{address}?{lookup}")
    assert answer.status_code in (302, 400)


def test_it_adds_changes_and_deletes_nothing(rf):
    request = rf.get("/")
    request.user = person("vera", "Reviewers")
    rows = LookOnly(Fact, admin.site)
    assert rows.has_view_permission(request)
    assert not rows.has_add_permission(request)
    assert not rows.has_change_permission(request)
    assert not rows.has_delete_permission(request)
