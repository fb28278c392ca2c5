from __future__ import annotations

import pytest
from django.contrib.auth.models import Group, User
from django.test import Client


def person(name: str, group: str = "") -> User:
    """Somebody of the staff, in a group of the bench or in none."""
    user = User.objects.create_user(name, is_staff=True)
    if group:
        user.groups.add(Group.objects.get(name=group))
    return user


def logged_in(user: User) -> Client:
    client = Client()
    client.force_login(user)
    return client


@pytest.fixture
def editor(db) -> User:
    return person("editor", "Editors")


@pytest.fixture
def reviewer(db) -> User:
    return person("reviewer", "Reviewers")


@pytest.fixture
def at_editor(editor) -> Client:
    """The editor's browser."""
    return logged_in(editor)


@pytest.fixture
def at_reviewer(reviewer) -> Client:
    """The reviewer's browser."""
    return logged_in(reviewer)
