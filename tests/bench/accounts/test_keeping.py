"""What a keeper of accounts may do, and that she cannot raise herself."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import Group, Permission, User

from bench.accounts.keeping import groups_open_to, is_of_two_sides, may_keep, summary
from tests.bench.conftest import person

pytestmark = pytest.mark.django_db


@pytest.fixture
def keeper(db):
    return person("keeper", "Keepers")


@pytest.mark.parametrize("group", ["Readers", "Editors", "Reviewers", ""])
def test_she_keeps_accounts_that_read_edit_and_review(keeper, group):
    assert may_keep(keeper, person("somebody", group))


def test_she_keeps_neither_her_own_nor_another_keepers_nor_a_superusers(keeper):
    assert not may_keep(keeper, keeper)
    assert not may_keep(keeper, person("keeper-2", "Keepers"))
    assert not may_keep(keeper, User.objects.create_superuser("boss"))


def test_she_keeps_none_with_a_right_or_a_group_beyond_those(keeper):
    special = person("special", "Editors")
    special.user_permissions.add(Permission.objects.first())
    assert not may_keep(keeper, special)
    other = person("other", "Editors")
    other.groups.add(Group.objects.create(name="Owners"))
    assert not may_keep(keeper, other)


def test_others_keep_none(editor, reviewer):
    assert not may_keep(editor)
    assert not may_keep(reviewer, editor)


def test_she_puts_nobody_among_the_keepers(keeper, admin_user):
    open_to_her = set(groups_open_to(keeper).values_list("name", flat=True))
    assert open_to_her == {"Readers", "Editors", "Reviewers"}
    assert groups_open_to(admin_user).filter(name="Keepers").exists()


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        ({"Keepers"}, False),
        ({"Editors", "Reviewers"}, False),
        ({"Keepers", "Readers"}, False),
        ({"Keepers", "Editors"}, True),
        ({"Keepers", "Reviewers"}, True),
    ],
)
def test_nobody_keeps_accounts_and_edits(names, expected):
    assert is_of_two_sides(Group.objects.filter(name__in=names)) is expected


def test_an_account_in_a_line(keeper):
    assert summary(keeper) == "keeper, no address, active, of the staff, Keepers"
