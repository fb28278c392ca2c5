"""The steps of a change."""

from __future__ import annotations

import pytest
from django.db import IntegrityError, transaction

from bench.models import Draft, Step
from facts.guard import writing
from tests.bench.making_changes import change_at
from web.clock import now

pytestmark = pytest.mark.django_db


def test_a_save_has_the_draft_that_was_written(editor):
    change = change_at("draft", editor)
    last = change.steps.last()
    assert last.draft == Draft(change.block, "A slip.")
    assert last.draft == change.draft


def test_any_other_step_has_none(editor):
    assert Step(change=change_at("draft", editor), name="send").draft is None


def test_a_version_is_saved_once(editor):
    change = change_at("draft", editor)
    same = {"change": change, "version": 2, "who": editor, "at": now()}
    with writing():
        Step.objects.create(name="send", **same)
        with pytest.raises(IntegrityError), transaction.atomic():
            Step.objects.create(name="save", **same)
