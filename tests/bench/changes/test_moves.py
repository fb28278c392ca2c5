"""A change on its way from the draft to its publication."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import User

from bench.changes.moves import move_change
from bench.changes.permissions import RefusedError
from bench.changes.states import ChangeState
from content.models import Aim
from facts.models import Fact
from tests import factories
from tests.bench.making_changes import TERM, approved, begun, saved

pytestmark = pytest.mark.django_db


def test_a_correction_shows_only_when_somebody_else_approved_it(editor, reviewer):
    change = saved(begun(editor), editor, act_en="another act")
    fact = Fact.objects.get(key=TERM)
    old = fact.act_en
    move_change(change.pk, editor, "send")
    fact.refresh_from_db()
    assert fact.act_en == old
    change = move_change(change.pk, reviewer, "approve")
    fact.refresh_from_db()
    assert (fact.act_en, fact.version) == ("another act", 2)
    assert change.state == ChangeState.PUBLISHED
    assert [step.name for step in change.steps.all()] == [
        "save",
        "save",
        "send",
        "approve",
        "publish",
    ]


def test_nobody_approves_what_she_wrote_any_of(editor, reviewer):
    change = saved(begun(editor), editor, act_en="one")
    saved(change, reviewer, act_en="two")
    move_change(change.pk, editor, "send")
    for who in (editor, reviewer):
        with pytest.raises(RefusedError):
            move_change(change.pk, who, "approve")
    boss = User.objects.create_superuser("boss")
    own = saved(begun(boss, "majilis-term-1995"), boss, act_en="mine")
    move_change(own.pk, boss, "send")
    with pytest.raises(RefusedError, match="somebody else"):
        move_change(own.pk, boss, "approve")


def test_what_changed_after_sending_is_not_overwritten(editor, reviewer):
    change = saved(begun(editor), editor, act_en="mine")
    move_change(change.pk, editor, "send")
    factories.edit(Fact.objects.filter(key=TERM), act_en="published", version=7)
    with pytest.raises(RefusedError, match="changed since"):
        move_change(change.pk, reviewer, "approve")
    assert Fact.objects.get(key=TERM).act_en == "published"


def test_retiring_needs_a_reason(editor, reviewer):
    change = begun(editor, "kurultai-choice-list", Aim.RETIRE)
    change = saved(change, editor, why="")
    with pytest.raises(RefusedError, match="Say why"):
        move_change(change.pk, editor, "send")
    approved(saved(change, editor, why="It was repealed."), editor, reviewer)
    assert Fact.objects.get(key="kurultai-choice-list").state == "retired"
