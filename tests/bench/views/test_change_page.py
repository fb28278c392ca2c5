"""What the page of a change shows to whom."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.urls import reverse

from bench.changes.states import ChangeState
from bench.models import Change
from tests import factories
from tests.bench.form_pages import folded, in_review, opened, values_of

pytestmark = pytest.mark.django_db


def test_no_button_beside_the_form_leaves_behind_what_she_types(at_editor, at_reviewer):
    address = opened(at_editor)
    at_editor.post(address, values_of(at_editor.get(address)))
    hers = at_editor.get(address)
    assert list(hers.context["moves"]) == ["drop"]
    assert '<textarea name="words" id="words" rows="2" required>' in hers.text
    another = at_reviewer.get(address)
    assert list(another.context["moves"]) == ["send", "drop"]
    assert '<textarea name="words" id="words" rows="2">' in another.text


def test_what_changes_nothing_is_neither_headed_nor_sent(at_editor):
    address = opened(at_editor)
    page = at_editor.get(address)
    assert "What it changes" not in page.text
    why = {"head-reason_en": "Nothing at all.", "send": "1"}
    page = at_editor.post(address, {**values_of(page), **why}, follow=True)
    assert "It changes nothing yet" in page.text
    assert "What it changes" not in page.text
    assert Change.objects.get().state == ChangeState.DRAFT
    typed = {**values_of(page), "row-act_en": "another act", "send": "1"}
    assert "What it changes" in at_editor.post(address, typed, follow=True).text
    assert Change.objects.get().state == ChangeState.REVIEW


def test_what_is_worth_a_look_stands_beside_what_it_is_about(at_editor):
    page = at_editor.get(opened(at_editor, factories.CitationFactory().fact.key))
    _before, _heading, citations = page.text.partition("<legend>Citations</legend>")
    assert "It rests on one passage alone." in citations
    fact = factories.ClaimFactory(fact=factories.FactFactory()).fact
    page = at_editor.get(opened(at_editor, fact.key, "retire"))
    assert "A claim of a disagreement follows this fact." in page.text


def test_who_reviews_reads_the_reason_beside_what_it_changes(at_editor, at_reviewer):
    page = at_reviewer.get(in_review(at_editor)).text
    assert "<p>Why: The act was missing.</p>" in page.split('id="history"')[0]


def test_a_reviewer_approves_or_gives_back_and_is_done_with_it(at_editor, at_reviewer):
    address = in_review(at_editor)
    assert list(at_editor.get(address).context["moves"]) == ["take-back"]
    hers = at_reviewer.get(address)
    assert list(hers.context["moves"]) == ["approve", "give-back"]
    # What it changes is read beside what it leaves as it is.
    row = hers.context["row"]
    assert f"{row.says}<small>{row.period_in_words()}</small>" in folded(hers)
    change = Change.objects.get()
    move = reverse("admin:bench_move", args=[change.pk])
    given = {"name": "give-back", "version": change.version}
    assert at_reviewer.post(move, given).url == address
    given["words"] = "Which article?"
    assert at_reviewer.post(move, given).url == reverse("admin:index")
    # Her page of it is not open, so its author is not told that somebody else has it.
    assert not at_editor.get(address).context["visits"]


def test_who_would_go_back_is_led_to_the_change_that_is_open(at_editor):
    change = factories.ChangeFactory(is_new=True)
    page = reverse("admin:bench_change_change", args=[change.pk])
    undo = reverse("admin:bench_go_back", args=[change.pk])
    assert undo in at_editor.get(page).text
    opened_by_it = at_editor.post(undo).url
    again = folded(at_editor.get(page))
    assert undo not in again
    assert f'href="{opened_by_it}">A change of it is open (draft): go there' in again


def test_the_day_of_an_approved_change_waits_for_no_approval(at_editor, at_reviewer):
    address = in_review(at_editor)
    change = Change.objects.get()
    day = date.today() + timedelta(days=2)
    move = reverse("admin:bench_move", args=[change.pk])
    at_editor.post(move, {"name": "take-back"})
    typed = {"head-publish_on": day.isoformat(), "send": "1"}
    at_editor.post(address, values_of(at_editor.get(address)) | typed)
    assert "Once approved, it is published on" in at_editor.get(address).text
    version = Change.objects.get().version
    at_reviewer.post(move, {"name": "approve", "version": version})
    page = at_editor.get(address).text
    assert "Once approved" not in page
    assert "It is published on" in page
