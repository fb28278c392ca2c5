"""An old database brought up to now, and everything in it looked at.

Raises ``AssertionError`` where something is lost.
"""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

from django.contrib.auth.models import Group, User
from django.core.management import call_command
from django.db import connection, transaction
from django.db.migrations.executor import MigrationExecutor
from django.test import Client
from django.test.utils import setup_test_environment
from django.urls import reverse
from django.utils import timezone

from bench.changes.moves import publish_due
from bench.changes.states import OPEN_STATES, ChangeState
from bench.models import Change, Step
from content.models import ChangeRecord
from content.rules import breaches
from facts.models import Content, Fact
from tests.bench.conftest import logged_in as browser_of

HERE = Path(__file__).resolve().parent
SMALL = HERE.parent / "bench" / "small"
STATES = {
    "before_content.json": [
        ("auth", "0012_alter_user_first_name_max_length"),
        ("bench", "0002_groups"),
        ("elections", "0002_name_of_the_system_of_1994"),
        ("facts", "0006_courts_apart_from_constitutions"),
        ("parliament", "0005_seat_parts_have_places"),
    ],
}
"""The migrations that had run when each of the files was written."""
TODAY = date(2026, 11, 30)


def fill(name: str) -> list[dict[str, Any]]:
    """Make the tables of a time, and put the rows of its file in."""
    executor = MigrationExecutor(connection)
    apps = executor.migrate(STATES[name]).apps
    rows: list[dict[str, Any]] = json.loads((HERE / name).read_text(encoding="utf-8"))
    with transaction.atomic():
        for row in rows:
            model = apps.get_model(row["model"])
            if model._meta.label == "auth.Group":
                continue  # a migration makes them, with their rights
            columns, many = {}, {}
            for field, value in row["fields"].items():
                column = model._meta.get_field(field)
                if column.many_to_many:
                    many[field] = value
                else:
                    columns[column.attname] = column.to_python(value)
            saved = model(pk=row["pk"], **columns)
            saved.save_base(raw=True, force_insert=True)
            for field, value in many.items():
                getattr(saved, field).set(value)
    renumber(apps, {row["model"] for row in rows})
    return rows


def renumber(apps: Any, models: set[str]) -> None:
    """Let PostgreSQL number new rows behind those that brought their numbers along."""
    if connection.vendor != "postgresql":
        return
    with connection.cursor() as cursor:
        for model in models:
            table = apps.get_model(model)._meta.db_table
            cursor.execute(
                f"SELECT setval(pg_get_serial_sequence('{table}', 'id'), "  # noqa: S608
                f"(SELECT max(id) FROM {table}))"
            )


def logged_in(name: str) -> Client:
    return browser_of(User.objects.get(username=name))


def nothing_is_lost(rows: list[dict[str, Any]]) -> None:
    """Every row with a key is there, every change and step, with its words."""
    for model in Content.__subclasses__():
        label = model._meta.label_lower
        keys = {row["fields"]["key"] for row in rows if row["model"] == label}
        assert keys <= set(model._default_manager.values_list("key", flat=True)), label
    steps = {row["pk"] for row in rows if row["model"] == "bench.step"}
    assert steps == set(Step.objects.values_list("pk", flat=True))
    states = {
        row["pk"]: row["fields"]["state"] for row in rows if row["model"] == "bench.change"
    }
    assert states == dict(Change.objects.values_list("pk", "state"))
    published = {pk for pk, state in states.items() if state == ChangeState.PUBLISHED}
    assert published == set(ChangeRecord.objects.values_list("number", flat=True))
    edited = Fact.objects.get(key="hall-rule-2")
    assert edited.act == "an act typed in place"


def the_content_keeps_its_rules() -> None:
    """No rule is broken, and loading leaves alone just what somebody had edited."""
    assert [str(breach) for breach in breaches()] == []
    kept = set(Fact.objects.exclude(version=1).values_list("key", flat=True))
    call_command("load_content", root=SMALL, verbosity=0)
    now = set(Fact.objects.exclude(version=1).values_list("key", flat=True))
    assert now == kept, "a fact was loaded over an edit, or for nothing"


def every_history_reads(reader: Client) -> None:
    """The page of each change, and its place in the public list."""
    for change in Change.objects.all():
        address = reverse("admin:bench_change_change", args=[change.pk])
        assert reader.get(address).status_code == 200, change
    for record in ChangeRecord.objects.all():
        listed = Client().get(f"{reverse('pages:change-list')}?change={record.number}")
        assert f'id="change-{record.number}"' in listed.text, record


def every_draft_is_published(writer: Client, reviewer: Client) -> None:
    """Each open change opens, saves, is sent, and approved by somebody new."""
    for change in Change.objects.filter(state__in=OPEN_STATES).exclude(
        publish_on__gt=TODAY
    ):
        address = reverse("admin:bench_change_change", args=[change.pk])
        move = reverse("admin:bench_move", args=[change.pk])
        if change.state == ChangeState.REVIEW:
            writer.post(move, {"name": "take-back", "version": change.version})
        form = writer.get(address).context["form"]
        values = values_of(form) | {"version": change.version, "send": "1"}
        values |= {"head-reason_en": "Because."}
        if change.is_untouched:
            values |= {"row-act_en": "an act"}
        answer = writer.post(address, values)
        assert answer.status_code == 302, (change, answer.context.get("error"))
        change.refresh_from_db()
        reviewer.post(move, {"name": "approve", "version": change.version})
        change.refresh_from_db()
        assert change.state == ChangeState.PUBLISHED, change


def values_of(form: Any) -> dict[str, Any]:
    """What a browser would send of a form that nobody has touched."""
    values = {}
    forms = [form.reason_form, *(form.row_form.forms if form.row_form else ())]
    for bound in (field for one in forms for field in one):
        value = bound.value()
        if value not in (None, False):
            values[bound.html_name] = "on" if value is True else str(value)
    for rows in every_list(form.row_form) if form.row_form else ():
        for field in rows.management_form:
            values[field.html_name] = str(field.value())
    return values


def every_list(row: Any) -> list[Any]:
    inside = [rows for single in row.singles for rows in every_list(single)]
    return [*row.lists, *inside]


def what_waits_comes(day: date) -> None:
    """The change that was approved for a day to come is published on it."""
    timezone.localdate = lambda *args: day
    (change,) = publish_due()
    assert change.key == "hall-rule-7"
    assert Fact.objects.get(key="hall-rule-7").act == "from a day to come"


def walk() -> None:
    """Walk through all of it, in the order in which an upgrade happens."""
    setup_test_environment()
    timezone.localdate = lambda *args: TODAY
    rows = fill("before_content.json")
    call_command("migrate", verbosity=0)
    nothing_is_lost(rows)
    the_content_keeps_its_rules()
    reviewer = User.objects.create_user("newcomer", is_staff=True)
    reviewer.groups.add(Group.objects.get(name="Reviewers"))
    every_history_reads(logged_in("vera"))
    every_draft_is_published(logged_in("anna"), logged_in("newcomer"))
    what_waits_comes(date(2027, 3, 1))
    assert [str(breach) for breach in breaches()] == []
    print("nothing is lost")
