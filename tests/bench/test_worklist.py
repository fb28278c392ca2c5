"""The start page: what waits, each thing one click away."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.urls import reverse

from bench.changes.moves import move_change
from bench.models import Check
from bench.worklist import unchecked_facts, worklist
from facts.models import Fact
from tests import factories
from tests.bench.conftest import logged_in, person
from tests.bench.making_changes import TERM, begun, drafted

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 22)


def link_to(change):
    return f'href="{reverse("admin:bench_change_change", args=[change.pk])}"'


def section(client, name):
    """The part of the start page under one heading."""
    text = client.get(reverse("admin:index")).text
    return text.split(f'id="{name}"')[1].split("</section>")[0]


def test_a_change_goes_from_list_to_list(editor, reviewer, at_editor, at_reviewer):
    change = drafted(editor, on="2026-11-30")
    assert link_to(change) in section(at_editor, "drafts")
    assert link_to(change) not in section(at_reviewer, "drafts")
    move_change(change.pk, editor, "send")
    assert link_to(change) in section(at_reviewer, "to-review")
    assert "Corrected: Senate: term" in section(at_reviewer, "to-review")
    move_change(change.pk, reviewer, "give-back", "Which act?")
    assert link_to(change) in section(at_editor, "returned")
    assert "Which act?" in section(at_editor, "returned")
    assert link_to(change) not in section(at_editor, "drafts")
    # It went back to who wrote it, not to who gave it back.
    assert link_to(change) not in section(at_reviewer, "returned")
    assert link_to(change) not in section(at_reviewer, "drafts")
    move_change(change.pk, editor, "send")
    move_change(change.pk, reviewer, "approve")
    assert link_to(change) in section(at_editor, "scheduled")


def test_what_the_content_lacks_is_one_click_away(at_editor):
    fact = factories.FactFactory(citation=None)
    question = factories.DisagreementFactory(uses_en="")
    fact_page = reverse("admin:facts_fact_change", args=[fact.pk])
    question_page = reverse("admin:facts_disagreement_change", args=[question.pk])
    assert fact_page in section(at_editor, "breaches")
    assert question_page in section(at_editor, "unresolved")
    assert at_editor.get(fact_page).status_code == 200
    assert at_editor.get(question_page).status_code == 200


def test_a_fact_that_nobody_looked_at_for_a_year(editor, at_editor):
    later = TODAY + timedelta(days=400)
    fact = Fact.objects.get(key=TERM)
    assert not unchecked_facts(TODAY).exists()
    assert fact in unchecked_facts(later)
    Check.objects.create(fact=fact, who=editor, day=later - timedelta(days=364))
    assert fact not in unchecked_facts(later)
    assert fact in unchecked_facts(later + timedelta(days=2))


def test_a_published_change_counts_as_a_look(editor, reviewer, monkeypatch):
    change = drafted(editor)
    move_change(change.pk, editor, "send")
    move_change(change.pk, reviewer, "approve")
    published = change.__class__.objects.get(pk=change.pk).published_at.date()
    fact = Fact.objects.get(key=TERM)
    assert fact not in unchecked_facts(published + timedelta(days=360))
    assert fact in unchecked_facts(published + timedelta(days=370))


def test_somebody_without_a_group_is_told_so():
    page = logged_in(person("nobody")).get(reverse("admin:index"))
    assert "belongs to no group" in page.text
    assert "To review" not in page.text


def test_of_each_change_is_said_what_one_must_know_to_open_it(editor, reviewer):
    change = drafted(editor, on="2026-11-30")
    move_change(change.pk, editor, "send")
    (item,) = worklist(reviewer, TODAY)["to_review"]
    assert (item.heading, item.change) == ("Corrected: Senate: term", change)
    assert [str(note) for note in item.notes] == ["editor", "30 November 2026", "A slip."]
    move_change(change.pk, reviewer, "give-back", "Which act?")
    (item,) = worklist(editor, TODAY)["returned"]
    assert item.notes[-1] == "“Which act?”"


def test_what_nobody_gave_a_reason_for_has_no_empty_note(editor):
    begun(editor)
    (item,) = worklist(editor, TODAY)["drafts"]
    assert item.notes == [editor]
