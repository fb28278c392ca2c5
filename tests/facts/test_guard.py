"""Content is written in one place; past it there is no way, for anybody."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from io import StringIO
from pathlib import Path

import pytest
from django.apps import apps
from django.conf import settings
from django.core import serializers
from django.core.management import call_command
from django.db import transaction

from content.models import ChangeRecord
from content.serialisers import FOLDERS
from facts.guard import Guarded, GuardedError, writing
from facts.models import Citation, Fact
from tests import factories

GUARDED = [
    model
    for model in apps.get_models()
    if issubclass(model, Guarded) and model._meta.app_label != "bench"
]
PACKAGES = (
    "config",
    "facts",
    "web",
    "parliament",
    "elections",
    "content",
    "pages",
    "bench",
)
MAY_WRITE = {
    "bench/changes/applying.py",
    "bench/changes/beginning.py",
    "bench/changes/moves.py",
    "bench/changes/saving.py",
    "content/backup.py",  # reads a copy and writes all of it
    "facts/edition.py",  # the number alone, which is no content
    "facts/guard.py",
    "facts/blocks/loading.py",
    "facts/blocks/writing.py",
    "pages/views/service.py",  # asks the database whether it is there
}
WRITES = {
    "bulk_create",
    "bulk_update",
    "abulk_create",
    "abulk_update",
    "aupdate",
    "_raw_delete",
    "_update",
    "raw",
    "cursor",
    "execute",
    "executemany",
}


def models_of(parts) -> Iterator[type]:
    for part in parts:
        yield part.model
        yield from models_of(part.parts)


def test_everything_that_stands_in_the_fixtures_is_guarded():
    for folder in FOLDERS:
        for serialiser in (folder.head, *folder.inside):
            for model in (serialiser.model, *models_of(serialiser.parts)):
                assert model in GUARDED, model


@pytest.mark.django_db
@pytest.mark.parametrize("model", GUARDED, ids=lambda model: model.__name__)
def test_nothing_is_written_or_deleted_outside_the_one_place(model):
    row = model.objects.first() or model()
    everything = model.objects.all()
    for attempt in (
        row.save,
        row.delete,
        everything.delete,
        lambda: everything.update(pk=row.pk),
        lambda: model.objects.bulk_create([row]),
        lambda: model.objects.bulk_update([row], ["pk"]),
        row.save_base,
    ):
        with pytest.raises(GuardedError), transaction.atomic():
            attempt()
    assert row.pk is None or model.objects.filter(pk=row.pk).exists()


@pytest.mark.django_db
@pytest.mark.parametrize(
    "model", [one for one in GUARDED if not one.is_part], ids=lambda model: model.__name__
)
def test_a_row_with_a_key_is_never_deleted(model):
    if model is ChangeRecord:
        factories.ChangeFactory()
    with writing():
        for attempt in (model.objects.first().delete, model.objects.all().delete):
            with pytest.raises(GuardedError, match="never deleted"), transaction.atomic():
                attempt()


@pytest.mark.django_db
def test_the_rows_that_belong_to_a_fact_are_guarded_from_its_side_too():
    fact = Fact.objects.filter(citations__isnull=False).first()
    for attempt in (
        fact.citations.all().delete,
        fact.citations.first().save,
        lambda: fact.citations.update(note_en=""),
    ):
        with pytest.raises(GuardedError), transaction.atomic():
            attempt()


@pytest.mark.django_db
def test_no_relation_leads_past_the_guard():
    """Adding to the other side of a relation writes through the base manager."""
    other = Citation.objects.first()
    fact = Fact.objects.exclude(pk=other.fact_id).first()
    with pytest.raises(GuardedError), transaction.atomic():
        fact.citations.add(other)
    other.refresh_from_db()
    assert other.fact_id != fact.pk


@pytest.mark.django_db
def test_the_command_that_loads_any_rows_is_refused(tmp_path):
    path = tmp_path / "rows.json"
    path.write_text(serializers.serialize("json", Fact.objects.all()[:1]), encoding="utf-8")
    with pytest.raises(GuardedError), transaction.atomic():
        call_command("loaddata", path, stdout=StringIO())


@pytest.mark.django_db
def test_inside_the_one_place_parts_are_written_anew():
    citation = factories.CitationFactory()
    with writing():
        citation.delete()
    assert not Citation.objects.filter(pk=citation.pk).exists()


def calls_in(path: Path) -> Iterator[tuple[str, ast.Call]]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            yield node.func.attr, node


def test_no_code_writes_content_in_bulk_but_the_one_place():
    """A queryset's ``update`` takes names; a mapping's takes a mapping."""
    found = []
    for package in PACKAGES:
        for path in (settings.BASE_DIR / package).rglob("*.py"):
            name = str(path.relative_to(settings.BASE_DIR))
            if "migrations" in path.parts or name in MAY_WRITE:
                continue
            found += [
                f"{name}:{call.lineno} {attribute}"
                for attribute, call in calls_in(path)
                if attribute in WRITES or (attribute == "update" and call.keywords)
            ]
    assert found == []
