"""What a form of a change cannot read, as a list at its top that leads to each place."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from django import forms

from bench.forms.change import ChangeForm
from bench.forms.rows import RowForm, RowsFormSet


@dataclass(frozen=True)
class FormError:
    """One thing to mend: where it stands in words, what is wrong, the id to go to."""

    where: str
    what: str
    target: str


def form_errors(form: ChangeForm) -> list[FormError]:
    """All that is wrong in a bound form, in the order in which it stands on the page."""
    inside = _of_single(form.row, "") if form.row else iter(())
    return [*inside, *_of_form(form.head, "")]


def _of_single(single: RowForm, title: str) -> Iterator[FormError]:
    yield from _of_form(single.form, title)
    for details in single.singles:
        yield from _of_single(details, details.title)
    for rows in single.lists:
        yield from _of_rows(rows)


def _of_rows(rows: RowsFormSet) -> Iterator[FormError]:
    for what in rows.non_form_errors():
        yield FormError(rows.title, str(what), rows.target)
    for number, form in enumerate(rows.forms, 1):
        yield from _of_form(form, f"{rows.title}, {number}")


def _of_form(form: forms.BaseForm, title: str) -> Iterator[FormError]:
    fields = list(form)
    for what in form.non_field_errors():
        yield FormError(title, str(what), fields[0].auto_id)
    for field in fields:
        where = f"{title}: {field.label}" if title else str(field.label)
        for what in field.errors:
            yield FormError(where, str(what), field.auto_id)
