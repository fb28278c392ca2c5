"""Writing the public record: what was published, when and why, and never by whom."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from content.before_and_after import WrittenRow
from content.models import ChangeRecord
from content.serialisers import split_name
from facts.localised import english_columns


def record_change(
    number: int,
    aim: str,
    written: Sequence[WrittenRow],
    *,
    reason: str,
    at: datetime,
    undoes: int | None = None,
) -> ChangeRecord:
    """Add a published change to the record, and return its entry.

    ``number`` is its number on the bench, ``written`` the rows that it wrote, the target
    first, ``undoes`` the number of the change that it goes back before. The caller holds
    the transaction and the right to write (see ``facts.guard``).
    """
    target = written[0]
    kind, key = split_name(target.name)
    return ChangeRecord.objects.create(
        number=number,
        kind=kind,
        key=key,
        aim=aim,
        published_at=at,
        undoes=undoes,
        rows=[
            {"name": row.name, "before": row.before, "after": row.after} for row in written
        ],
        replaced=target.replaced,
        **english_columns(reason=reason),
    )
