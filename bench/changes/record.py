"""The record of a change: its steps, who wrote it, and what its rows said before."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.contrib.auth.models import User

from bench.models import Change, Step
from content.serialisers import SERIALISERS, split_name
from facts.blocks.blocks import block_of
from facts.blocks.writing import rows_of
from web.clock import now


def open_change_touching(kind: str, key: str) -> Change | None:
    """The change still under way that writes this row, if there is one: as its target,
    beside it, or because its new value ends it."""
    return Change.objects.still_open().touching(kind, key).first() if key else None


def published_version(change: Change) -> int:
    """The version that the published row has now; 0 where there is none."""
    rows = rows_of(SERIALISERS[change.kind], change.key) if change.key else {}
    return rows[change.key].version if change.key in rows else 0


def base_version(change: Change) -> int:
    """The version of the published row on which the change builds; 0 of a new row."""
    version: int = change.base.get(change.name, {}).get("version", 0)
    return version


def base_now(names: Iterable[str]) -> dict[str, Any]:
    """Version and block of each row that is there, as ``Change.base`` has them."""
    base = {}
    for name in names:
        kind, key = split_name(name)
        serialiser = SERIALISERS[kind]
        if row := rows_of(serialiser, key).get(key) if key else None:
            base[name] = {"version": row.version, "block": block_of(row, serialiser)}
    return base


def stale_rows(change: Change) -> list[str]:
    """The names of the rows of the change that are no longer as it found them."""
    base = base_now(change.blocks)
    return [name for name in change.blocks if base.get(name) != change.base.get(name)]


def writers_of(change: Change) -> set[int]:
    """The ids of everybody who wrote any of it."""
    saved_by = change.steps.filter(name="save").values_list("who_id", flat=True)
    return {change.author_id, *(pk for pk in saved_by if pk)}


def add_step(change: Change, name: str, who: User | None, words: str = "") -> None:
    """Add a step to its history; that of a save has what the change holds now."""
    Step.objects.create(
        change=change,
        name=name,
        who=who,
        at=now(),
        words=words,
        version=change.version,
        written=change.draft.stored() if name == "save" else {},
    )
