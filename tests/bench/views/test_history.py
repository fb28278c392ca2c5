"""The history on the page of a change."""

from __future__ import annotations

import re

import pytest
from django.urls import reverse

from bench.changes.states import ChangeState
from bench.models import Change
from tests.bench.form_pages import folded, in_review, opened, values_of

pytestmark = pytest.mark.django_db


def test_what_a_reviewer_asked_stands_above_the_form_until_it_is_sent(
    at_editor, at_reviewer
):
    def above():
        page = folded(at_editor.get(address))
        return page[: page.index('id="form"' if 'id="form"' in page else 'id="what"')]

    address = in_review(at_editor)
    change = Change.objects.get()
    move = reverse("admin:bench_move", args=[change.pk])
    given = {"name": "give-back", "version": change.version, "words": "Which article?"}
    at_reviewer.post(move, given)
    for _ in range(2):  # a save does not answer it
        assert "Given back by reviewer:</strong>Which article?" in above()
        at_editor.post(address, values_of(at_editor.get(address)))
    at_editor.post(address, values_of(at_editor.get(address)) | {"send": "1"})
    assert Change.objects.get().state == ChangeState.REVIEW
    assert "Which article?" not in above()


def test_the_times_of_the_history_are_times_of_html(at_editor):
    """HTML knows no millionth of a second, and a step is noted with them."""
    page = at_editor.get(opened(at_editor))
    assert re.findall(r'<time datetime="(.*?)"', page.text)
    wanted = r'<time datetime="\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+0500"'
    assert len(re.findall(wanted, page.text)) == page.text.count("<time")
