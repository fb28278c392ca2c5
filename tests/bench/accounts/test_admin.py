"""The pages of accounts, as who keeps them uses them."""

from __future__ import annotations

import re

import pytest
from django.contrib.auth.models import Group, User
from django.urls import reverse

from bench.accounts.codes import has_codes
from bench.accounts.delays import Attempt
from bench.accounts.events import is_given
from bench.models import AccountAct, AccountEvent
from tests.bench.access_cases import account_of, with_codes
from tests.bench.conftest import logged_in, person

pytestmark = pytest.mark.django_db
ADD = reverse("admin:auth_user_add")


@pytest.fixture
def keeper(db):
    return person("keeper", "Keepers")


@pytest.fixture
def at_keeper(keeper):
    return logged_in(keeper)


def number_of(*names):
    return [Group.objects.get(name=name).pk for name in names]


def acts():
    return list(
        AccountEvent.objects.values_list("account__username", "act", "who__username")
    )


def test_she_adds_an_account_that_nobody_can_log_in_with_yet(at_keeper):
    sent = {"username": "dana", "email": "d@example.org", "groups": number_of("Editors")}
    assert at_keeper.post(ADD, sent).status_code == 302
    dana = User.objects.get(username="dana")
    assert (dana.is_staff, dana.is_superuser, dana.has_usable_password()) == (
        True,
        False,
        False,
    )
    assert [group.name for group in dana.groups.all()] == ["Editors"]
    assert acts() == [("dana", AccountAct.MADE, "keeper")]


@pytest.mark.parametrize("group", ["Keepers", "Owners"])
def test_she_puts_nobody_into_another_group(at_keeper, editor, group):
    Group.objects.get_or_create(name=group)
    for address, name in ((ADD, "dana"), (account_of(editor).address, "editor")):
        page = at_keeper.post(address, {"username": name, "groups": number_of(group)})
        assert page.status_code == 200  # the form again
    assert not User.objects.filter(groups__name=group).exclude(username="keeper").exists()


def test_no_form_of_hers_takes_what_a_superuser_alone_sets(at_keeper, editor):
    sent = {
        "username": "editor",
        "is_active": "on",
        "is_superuser": "on",
        "user_permissions": ["1"],
        "password": "x",
        "groups": number_of("Reviewers"),
    }
    before = editor.password
    assert at_keeper.post(account_of(editor).address, sent).status_code == 302
    editor.refresh_from_db()
    assert not editor.is_superuser
    assert not editor.user_permissions.exists()
    assert editor.password == before
    event = AccountEvent.objects.get()
    assert event.words.endswith("→ editor, no address, active, of the staff, Reviewers")


def test_a_form_that_changes_nothing_leaves_no_line_in_the_log(at_keeper, editor):
    sent = {"username": "editor", "is_active": "on", "groups": number_of("Editors")}
    assert at_keeper.post(account_of(editor).address, sent).status_code == 302
    assert acts() == []


def test_not_even_a_superuser_makes_somebody_keep_accounts_and_edit(admin_user, editor):
    sent = account_of(editor).sent | {"groups": number_of("Keepers", "Editors")}
    page = logged_in(admin_user).post(account_of(editor).address, sent)
    assert "neither edits nor reviews: choose one side" in page.text


def test_she_makes_a_link_that_is_shown_once_and_noted(at_keeper, editor):
    page = at_keeper.post(reverse("admin:auth_user_link", args=[editor.pk]))
    link = re.search(r"<code class=\"code-key\">(.*?)</code>", page.text)[1]
    assert link.startswith("http://testserver/admin/password-reset/")
    assert acts() == [("editor", AccountAct.LINK, "keeper")]


def test_she_removes_the_codes_of_a_lost_phone(at_keeper, reviewer):
    with_codes(reviewer)
    at_keeper.post(reverse("admin:auth_user_codes", args=[reviewer.pk]))
    assert not has_codes(reviewer)
    assert acts() == [("reviewer", AccountAct.CODES_TAKEN, "keeper")]


def test_a_password_set_by_a_superuser_is_noted_and_ends_the_waiting(admin_user, editor):
    attempt = Attempt("editor", "192.0.2.1")
    while not attempt.wait():
        pass
    password = "a sentence that nobody guesses"  # noqa: S105 - lives for one test
    sent = {"password1": password, "password2": password, "usable_password": "true"}
    address = reverse("admin:auth_user_password_change", args=[editor.pk])
    assert logged_in(admin_user).post(address, sent).status_code == 302
    assert is_given(editor)
    assert not attempt.wait()


def test_the_log_of_accounts_is_found_by_name(at_keeper, editor):
    at_keeper.post(reverse("admin:auth_user_link", args=[editor.pk]))
    log = reverse("admin:bench_accountevent_changelist")
    for name, number in (("editor", 1), ("nobody", 0)):
        assert at_keeper.get(log, {"q": name}).context["cl"].result_count == number


def test_her_start_page_leads_to_the_accounts(at_keeper):
    page = at_keeper.get(reverse("admin:index"))
    assert ADD in page.text
    assert reverse("admin:bench_start") not in page.text
