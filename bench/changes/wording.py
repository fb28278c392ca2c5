"""A change in words: which fields of which rows it sets from what to what.

``content.differences`` has the words for rows. What stands on a draft beside its rows, the
reason and the day of publication, has its words here.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.utils.text import capfirst

from bench.changes.merging import OWN_PATHS
from bench.models import Change
from content import differences as rows
from content.differences import (
    FieldDifference,
    RowDifference,
    Titles,
    row_difference,
    title_of,
    titles_of_rows,
)
from facts.blocks.leaves import Leaf, LeafDifference, Path
from facts.blocks.serialiser import Serialiser


def differences_of(change: Change, titles: Titles) -> list[RowDifference]:
    """What a change does, row by row, its target first."""
    return [row_difference(row, titles) for row in change.written]


def titles_of(changes: Iterable[Change]) -> Titles:
    """The titles of all rows that these changes name."""
    return titles_of_rows(row for change in changes for row in change.written)


def heading(change: Change, titles: Titles) -> str:
    """What is done, and to what: ``Corrected: Senate: term``."""
    about = title_of(change.kind, change.block, titles)
    return f"{change.get_aim_display()}: {about or change.get_kind_display()}"


def label_of(path: Path, serialiser: Serialiser) -> str:
    """What the form calls a leaf of a draft."""
    if path in OWN_PATHS:
        field: Any = Change._meta.get_field(path[0])
        return capfirst(str(field.verbose_name))
    return rows.label_of(path, serialiser)


def value_of(path: Path, leaf: Leaf | None, serialiser: Serialiser, titles: Titles) -> str:
    """What stands at a leaf of a draft, as an editor would say it."""
    return str(leaf or "") if path in OWN_PATHS else titles.said(path, leaf, serialiser)


def draft_differences(
    differences: Iterable[LeafDifference], serialiser: Serialiser, titles: Titles
) -> list[FieldDifference]:
    """What differs between two drafts, in words: first the row, then reason and day."""
    all_of_them = list(differences)
    of_the_row = [leaf for leaf in all_of_them if leaf.path not in OWN_PATHS]
    of_the_change = [
        FieldDifference(
            "/".join(leaf.path),
            label_of(leaf.path, serialiser),
            value_of(leaf.path, leaf.before, serialiser, titles),
            value_of(leaf.path, leaf.after, serialiser, titles),
        )
        for leaf in all_of_them
        if leaf.path in OWN_PATHS
    ]
    return [*rows.in_words(of_the_row, serialiser, titles), *of_the_change]
