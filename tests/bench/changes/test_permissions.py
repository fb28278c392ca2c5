"""Who may move a change, and when."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import AnonymousUser, User

from bench.changes.permissions import (
    APPROVE,
    GROUPS,
    KEEP,
    MOVES,
    VIEW,
    WRITE,
    RefusedError,
    may,
    moves_open_to,
    refusal,
    require,
)
from bench.changes.states import OPEN_STATES, ChangeState
from tests.bench.conftest import person

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("group", GROUPS)
def test_a_group_holds_its_rights_and_no_others(group):
    member = person("somebody", group)
    held = {right for right in (VIEW, WRITE, APPROVE, KEEP) if may(member, right)}
    assert held == set(GROUPS[group])


def test_who_is_not_of_the_staff_or_switched_off_may_nothing():
    boss = User.objects.create_superuser("boss")
    assert may(boss, APPROVE)
    for switch in ("is_staff", "is_active"):
        setattr(boss, switch, False)
        assert not may(boss, VIEW)
        setattr(boss, switch, True)
    assert not may(AnonymousUser(), VIEW)


@pytest.mark.parametrize("name", MOVES)
def test_a_move_starts_from_its_states_alone(name):
    boss = User.objects.create_superuser("boss")
    possible = {
        state for state in ChangeState if not refusal(name, state, boss, [], "because")
    }
    assert possible == set(MOVES[name].sources)
    assert possible <= set(OPEN_STATES)


def test_a_move_needs_its_right(editor, reviewer):
    why = refusal("approve", ChangeState.REVIEW, editor, [], "")
    assert why == "You do not have the right to do that."
    assert refusal("approve", ChangeState.REVIEW, reviewer, [], "") == ""


def test_who_wrote_some_of_it_cannot_approve_it(reviewer):
    with pytest.raises(RefusedError, match="somebody else must approve it"):
        require("approve", ChangeState.REVIEW, reviewer, [reviewer.pk])
    require("send", ChangeState.DRAFT, reviewer, [reviewer.pk])


@pytest.mark.parametrize("words", ["", "  "])
def test_to_drop_what_somebody_wrote_takes_a_word(editor, words):
    assert (
        refusal("drop", ChangeState.DRAFT, editor, [], words) == "Say why, in a sentence."
    )
    assert refusal("drop", ChangeState.DRAFT, editor, [], words, untouched=True) == ""


def test_the_moves_that_are_open_to_somebody(editor, reviewer):
    def names(who, state, writers=()):
        return list(moves_open_to(who, state, writers))

    assert names(editor, ChangeState.DRAFT) == ["send", "drop"]
    assert names(editor, ChangeState.REVIEW) == ["take-back"]
    assert names(reviewer, ChangeState.REVIEW) == ["approve", "take-back", "give-back"]
    assert names(reviewer, ChangeState.REVIEW, [reviewer.pk]) == ["take-back", "give-back"]
    assert names(reviewer, ChangeState.PUBLISHED) == []
