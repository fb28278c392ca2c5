"""Several changes approved from their list."""

from __future__ import annotations

import pytest
from django.urls import reverse

from bench.changes.moves import move_change
from bench.changes.states import ChangeState
from bench.models import Change
from facts.models import Fact
from tests.bench.conftest import person
from tests.bench.form_pages import hidden_number
from tests.bench.making_changes import change_at, saved_behind_her_back
from tests.bench.snapshots import snapshot

pytestmark = pytest.mark.django_db


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
    read = hidden_number(page, name)
    saved_behind_her_back(waiting, editor)
    before = snapshot()
    for sent in (read, "0", "99"):
        page = at_reviewer.post(address, choice | {name: sent}, follow=True)
        assert "It is not the version that you read." in page.text
    for sent in ("", "²"):  # nothing read: shown once more
        assert "something else" in at_reviewer.post(address, choice | {name: sent}).text
    assert snapshot() == before
    read = hidden_number(at_reviewer.post(address, choice), name)
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
