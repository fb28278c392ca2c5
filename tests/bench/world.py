"""What tests of the bench stand on: changes in every state, and what must not move."""

from __future__ import annotations

from datetime import timedelta
from functools import cache
from typing import Any

from django.apps import apps
from django.contrib.auth.models import Group, User
from django.db import connection

from bench.changes.beginning import begin_change
from bench.changes.states import ChangeState
from bench.models import Change, Check, Step
from content.models import Aim
from content.serialisers import ContentKind
from facts.guard import Guarded, writing
from facts.models import Content
from tests.conftest import TODAY
from web.clock import now

TERM = "senate-term-1998"


def change_at(
    state: str,
    author: User,
    approver: User | None = None,
    key: str = TERM,
    kind: str = ContentKind.FACT,
    **fields: Any,
) -> Change:
    """A change of ``author`` in ``state``, at its second saved version."""
    change = begin_change(author, kind, Aim.CORRECT, key=key)
    with writing():
        change.block = {**change.block, **(fields or {"act_en": "another act"})}
        change.reason_en = "A slip."
        change.version = 2
        change.save()
        Step.objects.create(
            change=change,
            name="save",
            who=author,
            at=now(),
            version=2,
            written=change.draft.stored(),
        )
    return brought_to(state, change, approver)


def brought_to(state: str, change: Change, approver: User | None = None) -> Change:
    """The same change in another state, where it comes past the moves: the tests that use
    it ask who may do what with a change in such a state, not how it got there."""
    change.state = state
    if state in (ChangeState.APPROVED, ChangeState.PUBLISHED):
        change.approver = approver
    if state == ChangeState.APPROVED:
        change.publish_on = TODAY + timedelta(days=1)
    if state == ChangeState.PUBLISHED:
        change.published_at = now()
    with writing():
        change.save()
    return change


def snapshot() -> dict[str, Any]:
    """All that a request could have written: content, changes and their steps, checks,
    accounts. Not the visits, because to look is to be seen."""
    with connection.cursor() as cursor:
        cursor.execute(_sums())
        found: dict[str, Any] = {"content": sorted(cursor.fetchall())}
    for model in (Change, Step, Check, Group):
        found[model.__name__] = list(model._default_manager.order_by("pk").values())
    accounts = User.objects.order_by("pk", "groups")
    found["User"] = list(
        accounts.values_list(
            "username", "password", "is_staff", "is_active", "is_superuser", "groups"
        )
    )
    return found


@cache
def _sums() -> str:
    """One query for how many rows each table of content has, and the sum of their versions:
    it is asked twice with every request of the long table."""
    tables = [
        (model._meta.db_table, "SUM(version)" if issubclass(model, Content) else "0")
        for model in apps.get_models()
        if issubclass(model, Guarded) and model not in (Change, Step)
    ]
    return " UNION ALL ".join(
        f"SELECT '{table}', COUNT(*), {total} FROM {table}"  # noqa: S608 - names of our own
        for table, total in tables
    )
