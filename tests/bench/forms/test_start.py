"""The form that says what is to be added."""

from __future__ import annotations

import pytest
from django.urls import reverse

from bench.changes.states import ChangeState
from bench.models import Change
from elections.models import Election
from tests.bench.form_pages import values_of

pytestmark = pytest.mark.django_db


def test_a_fact_begins_with_its_aspect(at_editor):
    sent = {"kind": "facts", "subject": "senate"}
    page = at_editor.post(reverse("admin:bench_start"), sent)
    assert page.status_code == 422
    assert "A fact is about one aspect" in page.text
    assert not Change.objects.exists()


def test_an_election_that_is_to_come_can_be_added(at_editor, at_reviewer):
    sent = {"kind": "subject", "details": "election"}
    address = at_editor.post(reverse("admin:bench_start"), sent).url
    values = values_of(at_editor.get(address)) | {
        "row-name_en": "Kurultai election of some day",
        "row-topic": "elections",
        "row-election-kind": "kurultai",
        "row-election-institution": "kurultai",
        "head-reason_en": "It was called.",
        "send": "1",
    }
    assert at_editor.post(address, values).status_code == 302
    change = Change.objects.get()
    move = reverse("admin:bench_move", args=[change.pk])
    at_reviewer.post(move, {"name": "approve", "version": change.version})
    change.refresh_from_db()
    assert change.state == ChangeState.PUBLISHED
    election = Election.objects.get(subject__key=change.key)
    assert election.institution.key == "kurultai"
