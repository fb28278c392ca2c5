"""The start page: what waits, each thing one click away."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.urls import reverse

from bench.changes.beginning import begin_change
from bench.changes.moves import move_change
from bench.changes.saving import save_draft
from bench.models import Check, Draft
from bench.worklist import unchecked_facts as unchecked
from content.models import Aim
from facts.models import Fact
from tests import factories
from tests.bench.conftest import logged_in, person

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 22)
TERM = "senate-term-1998"


def drafted(who, key=TERM, on=""):
    change = begin_change(who, "facts", Aim.CORRECT, key=key)
    block = {**change.block, "act_en": "another act"}
    save_draft(change.pk, who, 1, Draft(block, "A slip.", on))
    return change


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


def test_the_list_of_changes_speaks_as_the_other_lists_do(editor, at_editor):
    drafted(editor, on="2026-11-30")
    page = at_editor.get(reverse("admin:bench_change_changelist"))
    assert "Select" not in page.context["title"]
    assert '<td class="field-its_day">2026-11-30</td>' in page.text


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
    assert not unchecked(TODAY).exists()
    assert fact in unchecked(later)
    Check.objects.create(fact=fact, who=editor, day=later - timedelta(days=364))
    assert fact not in unchecked(later)
    assert fact in unchecked(later + timedelta(days=2))


def test_a_published_change_counts_as_a_look(editor, reviewer, monkeypatch):
    change = drafted(editor)
    move_change(change.pk, editor, "send")
    move_change(change.pk, reviewer, "approve")
    published = change.__class__.objects.get(pk=change.pk).published_at.date()
    fact = Fact.objects.get(key=TERM)
    assert fact not in unchecked(published + timedelta(days=360))
    assert fact in unchecked(published + timedelta(days=370))


def test_checking_a_fact_is_noted(editor, at_editor):
    fact = Fact.objects.get(key=TERM)
    answer = at_editor.post(reverse("admin:bench_check", args=[fact.pk]))
    assert answer.status_code == 302
    assert Check.objects.get().day == TODAY
    assert (
        "compared it with its sources on 22 November 2026"
        in at_editor.get(reverse("admin:facts_fact_change", args=[fact.pk])).text
    )


def test_somebody_without_a_group_is_told_so():
    page = logged_in(person("nobody")).get(reverse("admin:index"))
    assert "belongs to no group" in page.text
    assert "To review" not in page.text


def test_a_search_that_finds_nothing_says_how_to_go_on(at_editor):
    address = reverse("admin:facts_fact_changelist")
    told = "Nothing holds every word of “how many &lt;senators&gt;”. Fewer words find more."
    assert told in at_editor.get(address, {"q": "how many <senators>"}).text
    assert "Fewer words" not in at_editor.get(address, {"q": "senators"}).text
