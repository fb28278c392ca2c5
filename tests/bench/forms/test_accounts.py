from __future__ import annotations

import pytest
from django.contrib.auth.models import Group

from bench.forms.accounts import KeptAccountForm, NewAccountForm, PersonForm

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("form", [NewAccountForm, KeptAccountForm, PersonForm])
def test_nobody_is_of_two_sides(form):
    groups = Group.objects.filter(name__in=("Keepers", "Reviewers"))
    filled = form({"username": "dana", "groups": [group.pk for group in groups]})
    assert filled.errors["groups"] == [
        "Who keeps the accounts neither edits nor reviews: choose one side."
    ]


def test_a_new_account_is_of_the_staff_and_has_no_password():
    form = NewAccountForm({"username": "dana", "groups": []})
    account = form.save()
    assert account.is_staff
    assert not account.has_usable_password()
    assert form.fields.keys().isdisjoint({"password1", "is_superuser", "user_permissions"})
