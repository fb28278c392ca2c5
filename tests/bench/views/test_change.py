"""What becomes of the form of a change that is sent."""

from __future__ import annotations

import unicodedata
from collections import Counter

import pytest
from django.urls import reverse

from bench.changes.moves import move_change
from bench.changes.states import ChangeState
from bench.models import Change
from bench.views import change_page, merge, shared
from facts.models import Fact
from tests.bench.form_pages import address_of, opened, values_of
from tests.bench.making_changes import TERM, change_at, saved
from tests.bench.snapshots import snapshot

pytestmark = pytest.mark.django_db


def test_an_edit_by_form_and_its_review(at_editor, at_reviewer):
    address = opened(at_editor)
    values = values_of(at_editor.get(address))
    values |= {"row-act_en": "another act", "head-reason_en": "A slip.", "send": "1"}
    assert at_editor.post(address, values).status_code == 302
    change = Change.objects.get()
    assert change.state == ChangeState.REVIEW
    page = at_reviewer.get(address)
    assert "another act" in page.text
    assert "Approve" in page.text
    assert "Approve" not in at_editor.get(address).text
    move = reverse("admin:bench_move", args=[change.pk])
    assert at_editor.post(move, {"name": "approve"}).status_code == 403
    approve = {"name": "approve", "version": change.version}
    assert at_reviewer.post(move, approve).status_code == 302
    assert Fact.objects.get(key=TERM).act_en == "another act"
    page = at_editor.get(address)
    assert "Go back to what it said before" in page.text


def test_the_same_text_with_accents_typed_by_themselves_changes_nothing(at_editor):
    address = opened(at_editor, key="majilis-first-sitting-2023")
    values = values_of(at_editor.get(address)) | {"head-reason_en": "A slip.", "send": "1"}
    apart = {
        name: unicodedata.normalize("NFD", value)
        for name, value in values.items()
        if isinstance(value, str)
    }
    assert apart["row-sentence_en"] != values["row-sentence_en"]
    page = at_editor.post(address, values | apart, follow=True)
    assert "It changes nothing yet" in page.text
    assert Change.objects.get().block["sentence_en"] == values["row-sentence_en"]


def test_what_cannot_be_read_stays_on_the_page(at_editor):
    address = opened(at_editor)
    values = values_of(at_editor.get(address))
    values |= {"row-start": "banana", "row-act_en": "typed at length"}
    page = at_editor.post(address, values)
    assert page.status_code == 422
    assert "typed at length" in page.text
    assert "no date we can read" in page.text


@pytest.mark.parametrize("move", ["send", "drop"])
def test_what_was_typed_stays_when_somebody_else_moved_the_draft(
    at_editor, editor, reviewer, move
):
    change = change_at(ChangeState.DRAFT, reviewer)
    values = values_of(at_editor.get(address_of(change)))
    move_change(change.pk, reviewer, move, "because")
    before = snapshot()
    for sent in ({}, {"send": "1"}, {"row-start": "banana"}):
        typed = values | {"row-act_en": "typed at length"} | sent
        page = at_editor.post(address_of(change), typed)
        assert page.status_code == 422
        assert "typed at length" in page.text
        assert "Nothing is saved" in page.text
        assert "Take back</button>" not in page.text
    assert snapshot() == before


def test_what_was_typed_can_be_saved_once_it_is_a_draft_again(at_editor, editor, reviewer):
    change = change_at(ChangeState.DRAFT, reviewer)
    values = values_of(at_editor.get(address_of(change)))
    move_change(change.pk, reviewer, "send")
    page = at_editor.post(address_of(change), values | {"row-act_en": "typed at length"})
    again = values_of(page)
    move_change(change.pk, editor, "take-back")
    assert at_editor.post(address_of(change), again).status_code == 302
    assert Change.objects.get().block["act_en"] == "typed at length"


@pytest.mark.parametrize("sent", [{"row-start": "banana"}, {"more": "row-citations"}])
def test_a_form_that_is_shown_again_starts_from_the_version_it_was_opened_at(
    at_editor, editor, reviewer, sent
):
    """Else what another saved meanwhile would be overwritten, and nobody would be told."""
    change = change_at(ChangeState.DRAFT, editor)
    values = values_of(at_editor.get(address_of(change)))
    saved(change, reviewer, act_en="theirs")
    again = at_editor.post(address_of(change), values | sent)
    assert "Somebody has saved version 3 since you opened this." in again.text
    mended = values_of(again) | {"row-start": "1998-10-08"}
    assert at_editor.post(address_of(change), mended).status_code == 302
    block = Change.objects.get().block
    assert (block["act_en"], block["start"]) == ("theirs", "1998-10-08")


# --- asked once, built once -----------------------------------------------------------


@pytest.fixture
def counted(monkeypatch):
    """How often the request was asked who sends it, and how many pages were built."""
    counts = Counter()

    def counting(name, function):
        def call(*args, **kwargs):
            counts[name] += 1
            return function(*args, **kwargs)

        return call

    monkeypatch.setattr(shared, "editor_of", counting("editor", shared.editor_of))
    for module in (change_page, merge):
        monkeypatch.setattr(module, "bench_page", counting("page", shared.bench_page))
    return counts


def just_sent(change, other):
    return {"row-act_en": "hers"}


def sent_for_review(change, other):
    return {"row-act_en": "hers", "send": "1"}


def unreadable(change, other):
    return {"row-start": "banana"}


def against_a_rule(change, other):
    return {"row-sentence_en": "Nobody would read this beside its details."}


def of_a_field_that_another_saved(change, other):
    saved(change, other, act_en="theirs")
    return {"row-act_en": "hers"}


def of_other_fields_than_another_saved(change, other):
    saved(change, other, act_en="theirs")
    return {"row-start": "1998-10-08"}


def asking_for_one_more_row(change, other):
    return {"more": "row-citations"}


def after_another_sent_it(change, other):
    move_change(change.pk, other, "send")
    return {"row-act_en": "hers"}


@pytest.mark.parametrize(
    ("case", "status", "pages"),
    [
        (just_sent, 302, 0),
        (sent_for_review, 302, 0),
        (of_other_fields_than_another_saved, 302, 0),
        (unreadable, 422, 1),
        (against_a_rule, 422, 1),
        (of_a_field_that_another_saved, 409, 1),
        (asking_for_one_more_row, 200, 1),
        (after_another_sent_it, 422, 1),
    ],
    ids=lambda value: getattr(value, "__name__", ""),
)
def test_a_form_asks_who_sends_it_once_and_builds_one_page_at_most(
    at_editor, editor, reviewer, counted, case, status, pages
):
    change = change_at(ChangeState.DRAFT, editor)
    values = values_of(at_editor.get(address_of(change)))
    sent = values | case(change, reviewer)
    counted.clear()
    assert at_editor.post(address_of(change), sent).status_code == status
    assert (counted["editor"], counted["page"]) == (1, pages)


@pytest.mark.parametrize(("move", "status", "pages"), [("", 302, 0), ("send", 422, 1)])
def test_a_choice_asks_who_sends_it_once_and_builds_one_page_at_most(
    at_editor, editor, reviewer, counted, move, status, pages
):
    change = change_at(ChangeState.DRAFT, editor)
    values = values_of(at_editor.get(address_of(change)))
    sent = values | of_a_field_that_another_saved(change, reviewer)
    clash = at_editor.post(address_of(change), sent)
    if move:
        move_change(change.pk, reviewer, move)
    counted.clear()
    address = reverse("admin:bench_merge", args=[change.pk])
    answer = at_editor.post(address, {"sealed": clash.context["sealed"]})
    assert answer.status_code == status
    assert (counted["editor"], counted["page"]) == (1, pages)


def test_the_page_itself_is_built_once_as_well(at_editor, at_reviewer, editor, counted):
    change = change_at(ChangeState.DRAFT, editor)
    for client in (at_editor, at_reviewer):
        counted.clear()
        assert client.get(address_of(change)).status_code == 200
        assert (counted["editor"], counted["page"]) == (1, 1)


@pytest.mark.parametrize("sent", [{"version": "x"}, {"version": "9"}, {"more": "row-x"}])
def test_what_no_form_of_ours_sends_is_refused(at_editor, editor, sent):
    change = change_at(ChangeState.DRAFT, editor)
    values = values_of(at_editor.get(address_of(change)))
    assert at_editor.post(address_of(change), values | sent).status_code == 400
    assert Change.objects.get().version == 2
