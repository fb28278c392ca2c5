"""The record of a change: its steps, who wrote of it, and what its rows said before."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict
from typing import Any

from django.contrib.auth.models import User

from bench.changes.drafts import draft_of
from bench.models import Change, Step
from content.serialisers import SERIALISERS, split_name
from facts.blocks.blocks import block_of
from facts.blocks.writing import rows_of
from web.clock import now


def open_change_touching(kind: str, key: str) -> Change | None:
    """The change still under way that writes this row, if there is one: as its target,
    beside it, or because its new value ends it."""
    return Change.objects.still_open().touching(kind, key).first() if key else None


def version_now(change: Change) -> int:
    """The version of the published row now; 0 where there is none."""
    found = rows_of(SERIALISERS[change.kind], change.key) if change.key else {}
    return found[change.key].version if change.key in found else 0


def version_found(change: Change) -> int:
    found: int = change.base.get(change.name, {}).get("version", 0)
    return found


def base_of(names: Iterable[str]) -> dict[str, Any]:
    """Version and block of each of these rows that is there."""
    found = {}
    for name in names:
        kind, key = split_name(name)
        if row := rows_of(SERIALISERS[kind], key).get(key) if key else None:
            found[name] = {
                "version": row.version,
                "block": block_of(row, SERIALISERS[kind]),
            }
    return found


def stale_names(change: Change) -> list[str]:
    """The rows of the change that are no longer as it found them."""
    fresh = base_of(list(change.blocks))
    return [name for name in change.blocks if fresh.get(name) != change.base.get(name)]


def writers_of(change: Change) -> set[int]:
    """The ids of everybody who wrote any of it."""
    saves = change.steps.filter(name="save").values_list("who_id", flat=True)
    return {change.author_id, *(pk for pk in saves if pk)}


def note_step(change: Change, name: str, who: User | None, words: str = "") -> None:
    Step.objects.create(
        change=change,
        name=name,
        who=who,
        at=now(),
        words=words,
        version=change.version,
        written=asdict(draft_of(change)) if name == "save" else {},
    )
