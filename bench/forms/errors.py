"""What a form of a change cannot read, as a list at its top that leads to each place."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from django import forms

from bench.forms.change import ChangeForm
from bench.forms.rows import RowForm, RowsFormSet


@dataclass(frozen=True)
class FormError:
    """One thing to mend: where it stands, what is wrong, and the id to go to."""

    where: str
    what: str
    target: str


def form_errors(form: ChangeForm) -> list[FormError]:
    """All that is wrong in a bound form, in the order in which it stands on the page."""
    of_the_row = _of_row(form.row_form, "") if form.row_form else iter(())
    return [*of_the_row, *_of_form(form.reason_form, "")]


def _of_row(row: RowForm, title: str) -> Iterator[FormError]:
    yield from _of_form(row.form, title)
    for details in row.singles:
        yield from _of_row(details, details.title)
    for formset in row.lists:
        yield from _of_list(formset)


def _of_list(formset: RowsFormSet) -> Iterator[FormError]:
    for what in formset.non_form_errors():
        yield FormError(formset.title, str(what), formset.target)
    for number, form in enumerate(formset.forms, 1):
        yield from _of_form(form, f"{formset.title}, {number}")


def _of_form(form: forms.BaseForm, title: str) -> Iterator[FormError]:
    fields = list(form)
    for what in form.non_field_errors():
        yield FormError(title, str(what), fields[0].auto_id)
    for field in fields:
        where = f"{title}: {field.label}" if title else str(field.label)
        for what in field.errors:
            yield FormError(where, str(what), field.auto_id)
