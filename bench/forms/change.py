"""The form of a change: what a block holds, as fields.

One form for the row, one for its typed details, one set of rows for each list. They are
made of the models, so a new column has its field at once; groups, help and widgets are
ours. What an editor typed becomes a block again and is checked as such; nothing here
writes.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django import forms
from django.forms.boundfield import BoundField
from django.utils.translation import gettext_lazy as _

from bench.forms.fields import ExactDayField, look_up_keys
from bench.forms.rows import Data, RowForm
from bench.models import Change, Draft
from content.serialisers import SERIALISERS, ContentKind

FIELD_GROUPS: dict[str, tuple[tuple[Any, tuple[str, ...]], ...]] = {
    ContentKind.FACT: (
        (_("What it is about"), ("key", "subject", "aspect")),
        (_("From when until when"), ("start", "end", "act_en")),
        (_("What it says"), ("sentence_en", "basis", "working_en")),
    ),
    ContentKind.PASSAGE: (
        (_("Where it stands"), ("key", "document", "section_en", "place_en", "lines")),
        (_("What it says"), ("summary_en", "speaks", "layer_en", "mark")),
        (_("Whether the site uses it"), ("scope", "reason_en")),
    ),
}


@dataclass
class FieldGroup:
    """Fields that stand together under a heading."""

    title: str
    fields: list[BoundField]


class ReasonForm(forms.ModelForm):
    """Why, and when: what belongs to the change and not to the content."""

    class Meta:
        model = Change
        fields = ("reason_en", "publish_on")
        widgets = {  # noqa: RUF012 - how Django asks for it
            "reason_en": forms.TextInput(attrs={"autocomplete": "off"}),
        }
        field_classes = {"publish_on": ExactDayField}  # noqa: RUF012 - how Django asks for it


class ChangeForm:
    """The whole form of a change: its row, what belongs to it, why and when."""

    def __init__(
        self,
        change: Change,
        draft: Draft,
        data: Data | None = None,
        list_to_extend: str = "",
    ) -> None:
        """The form of ``change``, starting from ``draft``.

        ``list_to_extend`` names the list that is to have one more empty row.
        """
        serialiser = SERIALISERS[change.kind]
        unfit = (part.name for part in serialiser.parts if not part.may_be_in(draft.block))
        never_typed = {"state", *change.fixed, *unfit}
        self.started_from = draft
        # A row that retires says what it said: only why and when are asked.
        self.row_form = (
            None
            if change.retires
            else RowForm(
                serialiser,
                draft.block,
                data,
                "row",
                without=never_typed,
                list_to_extend=list_to_extend,
            )
        )
        self.reason_form = ReasonForm(
            data,
            initial={"reason_en": draft.reason, "publish_on": draft.publish_on},
            prefix="head",
            use_required_attribute=False,
        )
        self.kind = change.kind
        if self.row_form:
            look_up_keys(self.row_form.forms)

    @property
    def list_names(self) -> list[str]:
        """The names of the lists that may be asked for one more row."""
        return list(self.row_form.list_names) if self.row_form else []

    @property
    def is_bound(self) -> bool:
        """Whether it holds what was sent, and not what is stored."""
        return self.reason_form.is_bound

    @property
    def groups(self) -> list[FieldGroup]:
        """The fields of the row in their groups, those that no group names at the end."""
        if self.row_form is None:
            return []
        form = self.row_form.form
        groups = []
        left = list(form.fields)
        for title, names in FIELD_GROUPS.get(self.kind, ()):
            fields = [form[name] for name in names if name in form.fields]
            left = [name for name in left if name not in names]
            groups.append(FieldGroup(str(title), fields))
        if left:
            groups.append(FieldGroup(self.row_form.title, [form[name] for name in left]))
        return groups

    def is_valid(self) -> bool:
        """Whether everything typed can be read."""
        return all(
            [self.row_form is None or self.row_form.is_valid(), self.reason_form.is_valid()]
        )

    def draft(self) -> Draft:
        """What was typed. Only where it is valid."""
        day = self.reason_form.cleaned_data["publish_on"]
        return Draft(
            self.row_form.block() if self.row_form else self.started_from.block,
            self.reason_form.cleaned_data["reason_en"],
            day.isoformat() if day else "",
        )
