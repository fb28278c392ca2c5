"""A change in words: which fields of which rows it sets from what to what.

``content.before_and_after`` has the words for rows. What stands on a draft beside its
rows, the reason and the day of publication, has its words here.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.utils.formats import date_format
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from bench.changes.edit_conflicts import OWN_PATHS
from bench.changes.states import ChangeState
from bench.models import Change
from content import before_and_after as rows
from content.before_and_after import (
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


def state_in_words(change: Change) -> SafeString:
    """Who began and approved a change, how it stands, and when it is published; HTML."""
    is_draft = change.state == ChangeState.DRAFT
    stands = (
        _("It is a <strong>{}</strong>.") if is_draft else _("It is <strong>{}</strong>.")
    )
    sentences = [
        format_html(_("Begun by {}."), change.author),
        format_html(stands, change.get_state_display()),
    ]
    if change.approver:
        sentences.append(format_html(_("Approved by {}."), change.approver))
    if change.publish_on and change.is_open:
        day = date_format(change.publish_on, "j F Y")
        sentence = (
            _("It is published on {}.")
            if change.approver
            else _("Once approved, it is published on {}.")
        )
        sentences.append(format_html(sentence, day))
    return format_html_join(" ", "{}", ((sentence,) for sentence in sentences))


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
