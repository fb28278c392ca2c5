"""The page on which the second of two editors chooses."""

from __future__ import annotations

import pytest
from django.urls import reverse

from bench.changes.saving import Saved, save_draft
from bench.changes.states import ChangeState
from bench.models import Change, Draft
from facts.models import Fact
from tests import factories
from tests.bench.form_pages import address_of, folded, opened, values_of
from tests.bench.making_changes import change_at
from tests.bench.snapshots import snapshot

pytestmark = pytest.mark.django_db


def test_the_merge_page_loses_nothing(at_editor, at_reviewer):
    address = opened(at_editor)
    first, second = values_of(at_editor.get(address)), values_of(at_reviewer.get(address))
    at_editor.post(address, first | {"row-act_en": "one", "head-reason_en": "Because."})
    page = at_reviewer.post(
        address, second | {"row-act_en": "two", "row-start": "1998-10-08"}
    )
    assert page.status_code == 409
    assert "one" in page.text
    assert "two" in page.text
    merge = reverse("admin:bench_merge", args=[Change.objects.get().pk])
    answer = {"sealed": page.context["sealed"], "choice-0": "theirs"}
    assert at_reviewer.post(merge, answer).status_code == 302
    change = Change.objects.get()
    assert (change.block["act_en"], change.block["start"]) == ("one", "1998-10-08")
    assert change.reason_en == "Because."


def test_what_was_merged_and_refused_can_still_be_saved(at_editor, at_reviewer):
    address = opened(at_editor)
    first, second = values_of(at_editor.get(address)), values_of(at_reviewer.get(address))
    typed = {"row-act_en": "one", "head-reason_en": "Because.", "send": "1"}
    at_editor.post(address, first | typed)
    change = Change.objects.get()
    move = reverse("admin:bench_move", args=[change.pk])
    at_editor.post(move, {"name": "take-back", "version": change.version})
    clash = at_reviewer.post(address, second | {"row-act_en": "two"})
    at_editor.post(move, {"name": "send", "version": change.version})
    merge = reverse("admin:bench_merge", args=[change.pk])
    page = at_reviewer.post(merge, {"sealed": clash.context["sealed"]})
    assert page.status_code == 422
    assert "two" in page.text
    assert f'id="form" action="{address}"' in folded(page)
    at_editor.post(move, {"name": "take-back", "version": change.version})
    assert at_reviewer.post(address, values_of(page)).status_code == 302
    change.refresh_from_db()
    assert change.block["act_en"] == "two"


def from_a_colleague(change, who, text, version):
    block = {**change.block, "act_en": text}
    done = save_draft(change.pk, who, version, Draft(block, "A slip."))
    assert isinstance(done, Saved)


def from_the_content(change, who, text, version):
    factories.edit(Fact.objects.filter(key=change.key), act_en=text, version=version)


@pytest.mark.parametrize("choice", ["mine", "theirs"])
@pytest.mark.parametrize("where", ["the draft", "the published row"])
def test_a_third_text_is_shown_before_anything_is_saved(
    at_editor, editor, reviewer, choice, where
):
    change = change_at(ChangeState.DRAFT, editor)
    said = {"the draft": from_a_colleague, "the published row": from_the_content}[where]
    values = values_of(at_editor.get(address_of(change)))
    said(change, reviewer, "THEIRS", 2)
    clash = at_editor.post(address_of(change), values | {"row-act_en": "MINE"})
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
