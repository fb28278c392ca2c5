"""What a draft keeps on its way through leaves and blocks."""

from __future__ import annotations

import pytest
from django.urls import reverse

from bench.changes.states import ChangeState
from bench.models import Change
from content.serialisers import SERIALISERS, ContentKind
from facts.blocks.blocks import block_of, normal
from facts.models import Fact
from tests.bench.form_pages import opened, values_of

pytestmark = pytest.mark.django_db


def test_details_without_any_text_can_be_written(at_editor, at_reviewer):
    address = opened(at_editor, "kurultai-existence")
    values = values_of(at_editor.get(address))
    values["row-existence-begun_by_en"] = ""
    why = {"head-reason_en": "No act is named.", "send": "1"}
    at_editor.post(address, {**values, **why})
    change = Change.objects.get()
    assert change.state == ChangeState.REVIEW
    move = reverse("admin:bench_move", args=[change.pk])
    at_reviewer.post(move, {"name": "approve", "version": change.version})
    fact = Fact.objects.get(key="kurultai-existence")
    assert fact.existence.begun_by_en == ""
    assert fact.says == "The Kurultai exists."
    block = block_of(fact, SERIALISERS[ContentKind.FACT])
    assert normal(block, SERIALISERS[ContentKind.FACT]) == block
