"""Pages kept open while the change moved on: nothing is lost, nothing slips through."""

from __future__ import annotations

import re

import pytest
from django.urls import reverse

from bench.changes.moves import move_change
from bench.changes.saving import Saved, save_draft
from bench.changes.states import ChangeState
from bench.models import Change, Draft
from facts.models import Fact
from tests import factories
from tests.bench.conftest import person
from tests.bench.test_editing import values_of
from tests.bench.world import change_at, snapshot

pytestmark = pytest.mark.django_db


def page_of(change):
    return reverse("admin:bench_change_change", args=[change.pk])


@pytest.mark.parametrize("move", ["send", "drop"])
def test_what_was_typed_stays_when_somebody_else_moved_the_draft(
    at_editor, editor, reviewer, move
):
    change = change_at(ChangeState.DRAFT, reviewer)
    values = values_of(at_editor.get(page_of(change)))
    move_change(change.pk, reviewer, move, "because")
    before = snapshot()
    for sent in ({}, {"send": "1"}, {"row-start": "banana"}):
        typed = values | {"row-act_en": "typed at length"} | sent
        page = at_editor.post(page_of(change), typed)
        assert page.status_code == 422
        assert "typed at length" in page.text
        assert "Nothing is saved" in page.text
        assert "Take back</button>" not in page.text
    assert snapshot() == before


def test_what_was_typed_can_be_saved_once_it_is_a_draft_again(at_editor, editor, reviewer):
    change = change_at(ChangeState.DRAFT, reviewer)
    values = values_of(at_editor.get(page_of(change)))
    move_change(change.pk, reviewer, "send")
    page = at_editor.post(page_of(change), values | {"row-act_en": "typed at length"})
    again = values_of(page)
    move_change(change.pk, editor, "take-back")
    assert at_editor.post(page_of(change), again).status_code == 302
    assert Change.objects.get().block["act_en"] == "typed at length"


# --- what a reviewer has read ---------------------------------------------------------


@pytest.fixture
def waiting(editor):
    """A change that waits for its review."""
    return change_at(ChangeState.REVIEW, editor)


def hidden_in(page, name):
    """What a hidden field of a page's last form holds."""
    return re.findall(rf'type="hidden" name="{name}" value="(\d+)"', page.text)[-1]


def saved_behind_her_back(change, author):
    """The author takes the change back, writes something else, and sends it again."""
    move_change(change.pk, author, "take-back")
    draft = change.draft
    sly = Draft({**draft.block, "act_en": "something else"}, "A slip.")
    save_draft(change.pk, author, change.version, sly)
    move_change(change.pk, author, "send")


def test_a_page_approves_the_version_that_it_showed(at_reviewer, editor, reviewer, waiting):
    move = reverse("admin:bench_move", args=[waiting.pk])
    read = hidden_in(at_reviewer.get(page_of(waiting)), "version")
    saved_behind_her_back(waiting, editor)
    before = snapshot()
    for sent in ({"version": read}, {}, {"version": "²"}, {"version": "99"}):
        page = at_reviewer.post(move, {"name": "approve"} | sent, follow=True)
        assert "It is not the version that you read." in page.text
    assert snapshot() == before
    read = hidden_in(at_reviewer.get(page_of(waiting)), "version")
    at_reviewer.post(move, {"name": "approve", "version": read})
    assert Change.objects.get().state == ChangeState.PUBLISHED


def test_a_list_shows_each_change_and_approves_the_versions_shown(
    at_reviewer, editor, waiting
):
    address = reverse("admin:bench_change_changelist")
    choice = {"action": "approve", "_selected_action": waiting.pk}
    name = f"read-{waiting.pk}"
    page = at_reviewer.post(address, choice)
    assert "another act" in page.text  # what it changes
    cited = Fact.objects.get(key=waiting.key).citations.all()
    assert page.text.count('<blockquote class="passage">') == len(cited) > 1
    read = hidden_in(page, name)
    saved_behind_her_back(waiting, editor)
    before = snapshot()
    for sent in (read, "0", "99"):
        page = at_reviewer.post(address, choice | {name: sent}, follow=True)
        assert "It is not the version that you read." in page.text
    for sent in ("", "²"):  # nothing read: shown once more
        assert "something else" in at_reviewer.post(address, choice | {name: sent}).text
    assert snapshot() == before
    read = hidden_in(at_reviewer.post(address, choice), name)
    at_reviewer.post(address, choice | {name: read})
    assert Change.objects.get().state == ChangeState.PUBLISHED


def test_a_list_says_of_each_why_it_cannot_be_approved(at_reviewer, editor, reviewer):
    own = change_at(ChangeState.REVIEW, reviewer)
    draft = change_at(ChangeState.DRAFT, editor, key="majilis-term-1995")
    address = reverse("admin:bench_change_changelist")
    choice = {"action": "approve", "_selected_action": [own.pk, draft.pk]}
    page = at_reviewer.post(address, choice)
    assert "You wrote some of this change" in page.text
    assert "the change is “draft”" in page.text
    assert "read-" not in page.text
    assert "I have read them" not in page.text


@pytest.mark.parametrize("has_read", [False, True])
def test_who_approves_second_from_a_filtered_list_is_told(
    at_reviewer, editor, waiting, has_read
):
    address = reverse("admin:bench_change_changelist") + "?state=review"
    choice = {"action": "approve", "_selected_action": waiting.pk}
    read = {f"read-{waiting.pk}": waiting.version} if has_read else {}
    another = person("another", "Reviewers")
    move_change(waiting.pk, another, "approve", read=waiting.version)
    page = at_reviewer.post(address, choice | read, follow=True)
    assert "the change is “published”" in page.text


# --- a third editor while the second chooses ------------------------------------------


@pytest.mark.parametrize("choice", ["mine", "theirs"])
@pytest.mark.parametrize("where", ["the draft", "the published row"])
def test_a_third_text_is_shown_before_anything_is_saved(
    at_editor, editor, reviewer, choice, where
):
    change = change_at(ChangeState.DRAFT, editor)
    said = {"the draft": from_a_colleague, "the published row": from_the_content}[where]
    values = values_of(at_editor.get(page_of(change)))
    said(change, reviewer, "THEIRS", 2)
    clash = at_editor.post(page_of(change), values | {"row-act_en": "MINE"})
    assert clash.status_code == 409
    said(change, reviewer, "THIRD", 3)
    before = snapshot()
    merge = reverse("admin:bench_merge", args=[change.pk])
    answer = {"sealed": clash.context["sealed"], "choice-0": choice}
    again = at_editor.post(merge, answer)
    assert again.status_code == 409
    assert snapshot() == before
    (left,) = again.context["choices"]
    assert (left.mine, left.theirs) == (choice.upper(), "THIRD")
    answer = {"sealed": again.context["sealed"], "choice-0": "theirs"}
    assert at_editor.post(merge, answer).status_code == 302
    change.refresh_from_db()
    assert change.block["act_en"] == "THIRD"


def from_a_colleague(change, who, text, version):
    block = {**change.block, "act_en": text}
    done = save_draft(change.pk, who, version, Draft(block, "A slip."))
    assert isinstance(done, Saved)


def from_the_content(change, who, text, version):
    factories.edit(Fact.objects.filter(key=change.key), act_en=text, version=version)
