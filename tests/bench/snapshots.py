"""What must not move: all that a request could have written."""

from __future__ import annotations

from functools import cache
from typing import Any

from django.apps import apps
from django.contrib.auth.models import Group, User
from django.db import connection

from bench.models import Change, Check, Step
from facts.guard import Guarded
from facts.models import Content


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
