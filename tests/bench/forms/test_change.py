"""The form of a change as a whole."""

from __future__ import annotations

import pytest
from django.urls import reverse

from bench.changes.states import ChangeState
from bench.models import Change
from content.serialisers import SERIALISERS
from facts.models import Fact
from tests import factories
from tests.bench.form_pages import opened, values_of

pytestmark = pytest.mark.django_db


def test_every_row_of_every_kind_can_be_opened_and_saved_unchanged(at_editor):
    for kind, serialiser in SERIALISERS.items():
        keys = serialiser.model._default_manager.order_by("key").values_list(
            "key", flat=True
        )
        for key in list(keys)[:: max(1, len(keys) // 3)]:
            address = opened(at_editor, key, kind=kind)
            page = at_editor.get(address)
            assert page.status_code == 200
            before = Change.objects.first()
            answer = at_editor.post(address, values_of(page))
            assert answer.status_code == 302, (key, answer.context["error"])
            after = Change.objects.first()
            assert (after.block, after.version) == (before.block, 2), key


def test_retiring_asks_for_the_reason_alone(at_editor, at_reviewer):
    address = opened(at_editor, "kurultai-choice-list", "retire")
    page = at_editor.get(address)
    assert page.context["form"].row_form is None
    values = values_of(page) | {"send": "1"}
    assert "Say why" in at_editor.post(address, values, follow=True).text
    values = values_of(at_editor.get(address)) | {"send": "1"}
    at_editor.post(address, values | {"head-reason_en": "It was repealed."})
    change = Change.objects.get()
    move = reverse("admin:bench_move", args=[change.pk])
    at_reviewer.post(move, {"name": "approve", "version": change.version})
    assert Fact.objects.get(key="kurultai-choice-list").state == "retired"


def test_going_back_to_nothing_asks_for_the_reason_alone(at_editor):
    change = factories.ChangeFactory(is_new=True)
    undo = reverse("admin:bench_go_back", args=[change.pk])
    page = at_editor.post(undo, follow=True)
    assert page.context["form"].row_form is None
    assert "Readers will no longer see this fact." in page.text
    address = page.redirect_chain[-1][0]
    typed = values_of(page) | {"head-reason_en": "It was a test.", "send": "1"}
    at_editor.post(address, typed)
    assert Change.objects.get(undoes=change).state == ChangeState.REVIEW


def test_the_aspect_of_a_fact_stays_what_it_is(at_editor):
    address = opened(at_editor)
    sent = values_of(at_editor.get(address))
    assert "row-aspect" not in sent
    at_editor.post(address, sent | {"row-aspect": "composition", "row-act_en": "Another."})
    block = Change.objects.get().block
    assert (block["aspect"], block["act_en"]) == ("term", "Another.")
