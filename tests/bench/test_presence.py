"""Who else has a change open."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from bench.models import Visit
from bench.presence import VISIT_LASTS, other_visits, record_visit
from tests.bench.making_changes import change_at

pytestmark = pytest.mark.django_db


@pytest.fixture
def change(editor):
    return change_at("draft", editor)


def test_the_others_are_told_and_not_oneself(change, editor, reviewer):
    record_visit(change, editor)
    record_visit(change, reviewer)
    assert [visit.who for visit in other_visits(change, editor)] == [reviewer]
    assert [visit.who for visit in other_visits(change, reviewer)] == [editor]


def test_who_comes_again_is_there_once(change, editor, reviewer):
    record_visit(change, reviewer)
    record_visit(change, reviewer)
    assert Visit.objects.count() == 1


@pytest.mark.parametrize(("ago", "is_there"), [(-1, True), (0, False), (1, False)])
def test_a_visit_ends_some_time_after_the_last_call(
    change, editor, reviewer, monkeypatch, ago, is_there
):
    start = timezone.now()
    monkeypatch.setattr(timezone, "now", lambda: start)
    record_visit(change, reviewer)
    later = start + VISIT_LASTS + timedelta(seconds=ago)
    monkeypatch.setattr(timezone, "now", lambda: later)
    assert other_visits(change, editor).exists() == is_there


def test_the_call_of_an_open_form_says_who_is_there_and_what_was_saved(
    at_editor, at_reviewer, change
):
    address = reverse("admin:bench_visit", args=[change.pk])
    assert "has this open too" not in at_reviewer.post(address, {"version": 2}).text
    told = at_editor.post(address, {"version": 2}).text
    assert "reviewer has this open too" in told
    assert "Somebody has saved" not in told
    told = at_editor.post(address, {"version": 1}).text
    assert "Somebody has saved version 2 since you opened this." in told
