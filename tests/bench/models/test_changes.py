"""What the database holds a change to, and what a change says of itself."""

from __future__ import annotations

import pytest
from django.db import IntegrityError, transaction

from bench.changes.states import ChangeState
from bench.models import Change, Draft
from content.models import Aim
from tests.bench.making_changes import begun

pytestmark = pytest.mark.django_db


def test_the_database_too_refuses_an_author_who_approves(editor):
    from facts.guard import writing

    change = begun(editor)
    with pytest.raises(IntegrityError), transaction.atomic(), writing():
        Change.objects.filter(pk=change.pk).update(approver=editor)


def test_a_change_takes_a_draft_and_has_it(editor):
    change = begun(editor)
    for draft in (Draft({"key": "a"}, "A slip.", "2026-11-30"), Draft({"key": "b"})):
        change.set_draft(draft)
        assert change.draft == draft
    assert change.publish_on is None


@pytest.mark.parametrize(
    ("aim", "before", "after", "retires"),
    [
        (Aim.RETIRE, "", "retired", True),
        (Aim.RESTORE, "", "retired", True),
        (Aim.CORRECT, "", "retired", False),
        (Aim.RESTORE, "retired", "", False),
        (Aim.RESTORE, "retired", "retired", False),
    ],
)
def test_whether_all_it_does_is_to_retire(aim, before, after, retires):
    base = {"facts/a": {"version": 1, "block": {"state": before}}}
    change = Change(kind="facts", key="a", aim=aim, base=base, block={"state": after})
    assert change.retires == retires


def test_what_is_fixed_of_a_row():
    assert Change(kind="facts").fixed == ()
    assert Change(kind="facts", key="a").fixed == ("key", "aspect")
    assert Change(kind="passages", key="a").fixed == ("key",)


def test_only_what_is_published_can_be_undone():
    assert Change(kind="passages", key="a", state=ChangeState.PUBLISHED).can_be_undone
    assert not Change(kind="facts", key="a").can_be_undone


def test_what_a_new_value_replaces_is_read_beside_it():
    base = {"facts/old": {"version": 1, "block": {"act_en": "old"}}}
    change = Change(kind="facts", key="new", ends="old", base=base, block={"key": "new"})
    change.beside = {"facts/old": {"act_en": "old", "end": "2026"}}
    target, ended = change.written
    assert (target.name, target.before) == ("facts/new", {})
    assert target.replaced == {"act_en": "old"}
    assert (ended.name, ended.before) == ("facts/old", {"act_en": "old"})
    assert ended.after == {"act_en": "old", "end": "2026"}
    assert list(change.blocks) == ["facts/old", "facts/new"]
