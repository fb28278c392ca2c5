"""``add_editor``: an account made on the server."""

from __future__ import annotations

from io import StringIO

import pytest
from django.contrib.auth.models import User
from django.core.management import CommandError, call_command

from bench.accounts.events import is_given
from tests.bench.accounts.test_links import choose

pytestmark = pytest.mark.django_db


def add(*args, **options):
    out = StringIO()
    call_command("add_editor", *args, stdout=out, **options)
    return out.getvalue()


def test_it_prints_a_link_to_a_password():
    told = add("dana", "reviewers")
    link = told.split()[-1].removeprefix("http://testserver")
    dana = User.objects.get(username="dana")
    assert not dana.has_usable_password()
    assert [group.name for group in dana.groups.all()] == ["Reviewers"]
    assert "Your password is chosen." in choose(link).text


@pytest.mark.parametrize(
    ("name", "group", "sentence"),
    [
        ("dana", "owners", "There is no group 'owners'."),
        ("editor", "Editors", "already exists"),
        ("a b", "Editors", "valid username"),
    ],
)
def test_what_cannot_be_made_is_told_in_a_sentence(editor, name, group, sentence):
    with pytest.raises(CommandError, match=sentence):
        add(name, group)
    assert User.objects.count() == 1


def typed(monkeypatch, *passwords):
    answers = iter(passwords)
    monkeypatch.setattr(
        "bench.management.commands.add_editor.getpass", lambda _prompt: next(answers)
    )


def test_a_password_may_be_typed_and_must_be_replaced(monkeypatch):
    typed(monkeypatch, *["a sentence that nobody guesses"] * 2)
    add("dana", "Editors", password=True)
    assert is_given(User.objects.get(username="dana"))


@pytest.mark.parametrize("passwords", [("one thing here", "another thing"), ("abc", "abc")])
def test_a_bad_password_makes_no_account(monkeypatch, passwords):
    typed(monkeypatch, *passwords)
    with pytest.raises(CommandError):
        add("dana", "Editors", password=True)
    assert not User.objects.exists()


def test_a_first_start_makes_no_account():
    call_command("prepare", verbosity=0)
    assert not User.objects.exists()
