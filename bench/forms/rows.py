"""A row of the content as a form: its columns, its details and its lists."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from typing import Any, cast

from django import forms
from django.utils.text import capfirst
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from bench.forms.fields import form_class
from facts.blocks.blocks import Block, texts_of
from facts.blocks.serialiser import Part, Serialiser

Data = Mapping[str, Any]
"""What a form was sent: values by the names of its fields."""

MOST_ROWS = 60
"""Rows of one list that a form takes: far more than any row of the content has."""


class RowsFormSet(forms.BaseFormSet):
    """Rows of a list; two that are told apart by nothing are refused."""

    part: Part

    @property
    def title(self) -> str:
        """What they are called in headings."""
        return capfirst(str(self.part.model._meta.verbose_name_plural))

    @property
    def target(self) -> str:
        """The id of the list on its page."""
        return f"list-{self.prefix}"

    def add_fields(self, form: Any, index: int | None) -> None:
        super().add_fields(form, index)
        form.fields["DELETE"].label = _("Take this one away")

    def clean(self) -> None:
        if not 0 <= self.initial_form_count() <= self.total_form_count():
            raise forms.ValidationError(gettext("Rows of it are missing. Open it again."))
        if self.part.name == "citations" and not any(self.kept()):
            raise forms.ValidationError(gettext("Name a passage that says it."))
        seen: set[tuple[str, ...]] = set()
        for form in self.kept():
            if form.errors:
                continue  # told beside its field; half a row has nothing to compare
            row = texts_of(form.instance, self.part.fields, {})
            names = tuple(row.get(name, "") for name in self.part.sort)
            if names in seen:
                raise forms.ValidationError(self._why_two_are_alike())
            seen.add(names)

    def _why_two_are_alike(self) -> str:
        if "position" in self.part.sort:  # all else in the two rows may differ
            return gettext("Two of these have the same place in lists.")
        return gettext("The same row stands here twice.")

    def kept(self) -> Iterator[Any]:
        """The forms that hold a row: neither empty nor taken away."""
        for form in self.forms:
            is_there = form.has_changed() or form in self.initial_forms
            if is_there and not getattr(form, "cleaned_data", {}).get("DELETE"):
                yield form


class RowForm:
    """The typed details of a row, or the row itself, with the parts inside."""

    def __init__(
        self,
        owner: Serialiser | Part,
        block: Block,
        data: Data | None,
        prefix: str,
        *,
        without: Collection[str] = (),
        list_to_extend: str = "",
    ) -> None:
        """The form of a row or part that says what ``block`` does.

        ``prefix`` heads the names of its fields, ``without`` names fields and parts that
        nobody types, ``list_to_extend`` the list that is to have one more empty row.
        """
        self.owner = owner
        self.prefix = prefix
        self.names = tuple(name for name in owner.fields if name not in without)
        self.form = form_class(owner.model, self.names)(
            data, initial=block, prefix=prefix, use_required_attribute=False
        )
        self.singles: list[RowForm] = []
        self.lists: list[RowsFormSet] = []
        for part in owner.parts:
            if part.name in without:
                continue
            name = f"{prefix}-{part.name}"
            inside = block.get(part.name)
            if not part.single:
                is_longer = name == list_to_extend
                self.lists.append(_rows_formset(part, inside or [], data, name, is_longer))
            elif inside is not None:
                details = RowForm(part, inside, data, name, list_to_extend=list_to_extend)
                self.singles.append(details)

    @property
    def title(self) -> str:
        """What it is called in headings."""
        return capfirst(str(self.owner.model._meta.verbose_name))

    @property
    def list_names(self) -> Iterator[str]:
        """The names of its lists, those inside its details too."""
        yield from (str(formset.prefix) for formset in self.lists)
        for single in self.singles:
            yield from single.list_names

    @property
    def forms(self) -> Iterator[forms.BaseForm]:
        """Its own form and all inside, each once."""
        yield self.form
        for single in self.singles:
            yield from single.forms
        for formset in self.lists:
            yield from formset.forms

    def is_valid(self) -> bool:
        """Whether everything typed can be read."""
        inside: list[RowForm | RowsFormSet] = [*self.singles, *self.lists]
        return all([self.form.is_valid(), *(part.is_valid() for part in inside)])

    def block(self) -> Block:
        """What was typed, as a block. Only where it is valid."""
        usual = getattr(self.owner, "usual", {})
        block: Block = _tidy(texts_of(self.form.instance, self.names, usual))
        for single in self.singles:
            block[single.owner.name] = single.block()
        for formset in self.lists:
            part = formset.part
            rows = [
                _tidy(texts_of(form.instance, part.fields, {})) for form in formset.kept()
            ]
            if rows:
                block[part.name] = rows
        return block


def _tidy(texts: dict[str, str]) -> Block:
    """Without line breaks and doubled spaces: a field of the content is one paragraph."""
    return {name: " ".join(text.split()) for name, text in texts.items()}


def _rows_formset(
    part: Part, inside: list[Block], data: Data | None, prefix: str, is_longer: bool
) -> RowsFormSet:
    """The rows of a list: an empty one where there is none, and one more if wanted."""
    formset = forms.formset_factory(
        form_class(part.model, part.fields),
        formset=RowsFormSet,
        extra=0 if inside else 1,
        can_delete=True,
        max_num=MOST_ROWS,
        absolute_max=MOST_ROWS,
    )
    if data is not None and is_longer:
        total = f"{prefix}-TOTAL_FORMS"
        count = _count(str(data.get(total, "")))
        values = {name: data.get(name) for name in data}
        data = {**values, total: str(min(count + 1, MOST_ROWS))}
    rows = cast(RowsFormSet, formset(data, initial=inside, prefix=prefix))
    rows.part = part
    return rows


def _count(text: str) -> int:
    """The number of rows that a form says it has; none where it says no number."""
    try:
        return max(0, int(text))
    except ValueError:
        return 0
