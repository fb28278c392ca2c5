"""Moves as the page of a change makes them."""

from __future__ import annotations

import pytest
from django.urls import reverse

from bench.changes.states import ChangeState
from bench.models import Change
from tests.bench.form_pages import address_of, folded, hidden_number, opened, values_of
from tests.bench.making_changes import saved_behind_her_back
from tests.bench.snapshots import snapshot

pytestmark = pytest.mark.django_db


def test_words_of_a_move_that_came_too_late_are_shown_again(at_editor, at_reviewer):
    address = opened(at_editor)
    values = values_of(at_editor.get(address)) | {"row-act_en": "one", "send": "1"}
    at_editor.post(address, values | {"head-reason_en": "Because."})
    change = Change.objects.get()
    move = reverse("admin:bench_move", args=[change.pk])
    at_editor.post(move, {"name": "take-back", "version": change.version})
    given = {"name": "give-back", "version": change.version, "words": "Which article?"}
    page = at_reviewer.post(move, given, follow=True)
    assert "That cannot be done now" in page.text
    assert "Your words were: “Which article?”" in page.text


def test_what_nobody_saved_is_dropped_with_one_click(at_editor):
    address = opened(at_editor)
    page = at_editor.get(address)
    assert list(page.context["moves"]) == ["drop"]
    assert 'name="words"' not in page.text
    assert "begun (version 1)" in folded(page)
    move = reverse("admin:bench_move", args=[Change.objects.get().pk])
    at_editor.post(move, {"name": "drop"})
    assert Change.objects.get().state == ChangeState.DROPPED


def test_what_somebody_saved_is_dropped_with_a_word_alone(at_editor):
    address = opened(at_editor)
    at_editor.post(address, values_of(at_editor.get(address)))
    assert "saved, with nothing new (version 2)" in folded(at_editor.get(address))
    move = reverse("admin:bench_move", args=[Change.objects.get().pk])
    at_editor.post(move, {"name": "drop", "words": " "})
    assert Change.objects.get().state == ChangeState.DRAFT


def test_a_page_approves_the_version_that_it_showed(at_reviewer, editor, reviewer, waiting):
    move = reverse("admin:bench_move", args=[waiting.pk])
    read = hidden_number(at_reviewer.get(address_of(waiting)), "version")
    saved_behind_her_back(waiting, editor)
    before = snapshot()
    for sent in ({"version": read}, {}, {"version": "²"}, {"version": "99"}):
        page = at_reviewer.post(move, {"name": "approve"} | sent, follow=True)
        assert "It is not the version that you read." in page.text
    assert snapshot() == before
    read = hidden_number(at_reviewer.get(address_of(waiting)), "version")
    at_reviewer.post(move, {"name": "approve", "version": read})
    assert Change.objects.get().state == ChangeState.PUBLISHED
