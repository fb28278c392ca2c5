from __future__ import annotations

import pytest
from django.urls import reverse

from bench.changes.saving import save_draft
from bench.models import Change, Draft
from tests.bench.test_editing import values_of
from tests.bench.world import change_at

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("sent", [{"row-start": "banana"}, {"more": "row-citations"}])
def test_a_form_shown_again_still_starts_from_the_version_it_was_opened_at(
    at_editor, editor, reviewer, sent
):
    change = change_at("draft", editor)
    address = reverse("admin:bench_change_change", args=[change.pk])
    values = values_of(at_editor.get(address))
    theirs = Draft({**change.block, "act_en": "theirs"}, "A slip.")
    save_draft(change.pk, reviewer, change.version, theirs)
    shown_again = at_editor.post(address, values | sent)
    mended = values_of(shown_again) | {"row-start": "1998-10-08"}
    assert "Somebody has saved version 3" in shown_again.text
    assert at_editor.post(address, mended).status_code == 302
    assert Change.objects.get().block["act_en"] == "theirs"
