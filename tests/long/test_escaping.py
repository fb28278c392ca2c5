"""What anybody types is text wherever it is shown, and never markup."""

from __future__ import annotations

import pytest
from django.db import models
from django.urls import reverse
from django.utils.html import escape

from bench.changes.moves import move_change
from bench.models import Change
from bench.usage import bench_address
from content.serialisers import SERIALISERS
from tests.bench.form_pages import opened, values_of

pytestmark = pytest.mark.django_db

MARKUP = '<b x="y">\'&'
ROWS = {
    "facts": "kurultai-choice-threshold",
    "disagreements": "senate-how-many",
    "assessments": "",
    "passages": "senate-article-history-1",
    "document": "senate-article",
    "subject": "senate",
}


def shown(page, times=1):
    """See that a page shows what was typed, as text alone; returns the page."""
    assert page.status_code in (200, 409, 422)
    assert "<b x" not in page.text
    assert page.text.count(escape(MARKUP)) >= times
    return page


def typed_everywhere(page):
    """The values of a form, with markup in every field that takes any text."""
    form, values = page.context["form"], values_of(page)
    nodes, columns = [form.row_form], {"head-reason_en": None}
    while nodes:
        node = nodes.pop()
        nodes += node.singles
        for one in (node.form, *(row for rows in node.lists for row in rows.forms)):
            for name in one.fields:
                if name != "DELETE":
                    columns[one.add_prefix(name)] = one._meta.model._meta.get_field(name)
    found = {name for name, column in columns.items() if takes_any_text(column)}
    assert len(found) >= 2
    typed = dict.fromkeys(found, MARKUP)
    if "row-address" in typed:  # it begins with the name of a host
        typed["row-address"] = f"parlam.kz/{MARKUP}"
    return values | typed, len(found)


def takes_any_text(column):
    if column is None:
        return True
    is_text = isinstance(column, models.CharField | models.TextField)
    is_free = not (
        column.choices or column.validators[:-1] or column.name in ("speaks", "reason_en")
    )
    return is_text and is_free and not isinstance(column, models.SlugField)


@pytest.mark.parametrize("kind", SERIALISERS)
def test_what_a_form_takes_is_shown_as_text(at_editor, at_reviewer, client, kind):
    model = SERIALISERS[kind].model
    key = ROWS[kind] or model._default_manager.first().key
    address = opened(at_editor, key, kind=kind)
    values, fields = typed_everywhere(at_editor.get(address))
    assert at_editor.post(address, values).status_code == 302
    change = Change.objects.get()
    shown(at_editor.get(address), fields)  # the form, the difference, the history
    invalid = values | {"version": 2, "head-publish_on": MARKUP}
    shown(at_editor.post(address, invalid), fields)
    shown(at_editor.get(reverse("admin:index")))
    shown(at_editor.get(reverse("admin:bench_change_changelist")))
    move_change(change.pk, change.author, "send", MARKUP)
    shown(at_reviewer.get(address), 2)
    start = at_reviewer.get(reverse("admin:bench_preview", args=[change.pk]))
    assert "<b x" not in at_reviewer.get(start.url).text
    move = reverse("admin:bench_move", args=[change.pk])
    at_reviewer.post(move, {"name": "approve", "version": 2})
    row = model._default_manager.get(key=key)
    assert row.version == 2
    shown(at_editor.get(bench_address(row)))
    shown(client.get("/en/changes/"))
    name = f"admin:facts_{model._meta.model_name}_changelist"
    assert "<b x" not in at_editor.get(reverse(name)).text
    for page in ("keys", "card"):
        asked = reverse(f"admin:bench_{page}", args=[model._meta.model_name])
        answer = at_editor.get(asked, {"row": key})
        assert answer.status_code == 200
        assert "<b x" not in answer.text
