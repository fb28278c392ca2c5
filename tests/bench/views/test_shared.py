"""What the pages of the bench have in common."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import PermissionDenied
from django.urls import reverse

from bench.changes.moves import move_change
from bench.changes.permissions import VIEW, WRITE
from bench.changes.states import ChangeState
from bench.models import Change
from bench.views import shared
from bench.views.shared import needs, number_in
from facts.guard import writing
from tests.bench.conftest import person
from tests.bench.making_changes import change_at

pytestmark = pytest.mark.django_db
MIDNIGHT = datetime(2026, 11, 22, 19, tzinfo=UTC)  # Almaty is five hours ahead


@pytest.mark.parametrize("path", ["list", "page"])
def test_what_is_approved_as_midnight_passes_is_published(
    set_clock, editor, at_reviewer, monkeypatch, path
):
    """A worker has asked for the new day before the approval can be seen."""
    set_clock(MIDNIGHT - timedelta(seconds=1))
    change = change_at(ChangeState.REVIEW, editor)
    with writing():
        Change.objects.filter(pk=change.pk).update(publish_on=date(2026, 11, 23))
    move = move_change

    def move_slowly(*args):
        done = move(*args)
        set_clock(MIDNIGHT)
        return done

    monkeypatch.setattr(shared, "move_change", move_slowly)
    if path == "list":
        address = reverse("admin:bench_change_changelist")
        chosen = {"action": "approve", "_selected_action": [change.pk]}
        at_reviewer.post(address, {**chosen, f"read-{change.pk}": change.version})
    else:
        address = reverse("admin:bench_move", args=[change.pk])
        at_reviewer.post(address, {"name": "approve", "version": change.version})
    change.refresh_from_db()
    assert change.state == ChangeState.PUBLISHED


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("7", 7),
        ("0", 0),
        ("007", 7),
        ("9" * 18, int("9" * 18)),
        ("9" * 19, None),
        ("", None),
        ("-1", None),
        ("1.5", None),
        ("²", None),
        ("٣", None),
        ("x", None),
    ],
)
def test_a_number_is_read_where_every_database_could_be_asked_for_it(text, number):
    assert number_in(text) == number


@pytest.mark.parametrize(
    ("group", "may_see", "may_write"),
    [("", False, False), ("Readers", True, False), ("Editors", True, True)],
)
def test_a_page_lets_those_in_who_hold_its_right_and_says_who_they_are(
    rf, group, may_see, may_write
):
    who = person("somebody", group)
    request = rf.get("/")
    request.user = who
    for right, is_let_in in ((VIEW, may_see), (WRITE, may_write)):
        page = needs(right)(lambda request, editor, word: (editor, word))
        if is_let_in:
            assert page(request, "a word") == (who, "a word")
        else:
            with pytest.raises(PermissionDenied):
                page(request, "a word")


def test_nobody_is_let_in_without_an_account(rf):
    request = rf.get("/")
    request.user = AnonymousUser()
    with pytest.raises(PermissionDenied):
        needs(VIEW)(lambda request, editor: editor)(request)


def test_what_was_typed_reaches_a_page_in_one_form(rf, editor):
    request = rf.post("/?about=a\u0308&about=b", {"o\u0308": "i\u0308"})
    request.user = editor
    got = needs(VIEW)(lambda request, editor: request)(request)
    assert got.GET.getlist("about") == ["\u00e4", "b"]
    assert got.POST.dict() == {"o\u0308": "\u00ef"}
