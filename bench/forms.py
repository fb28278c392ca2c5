"""The form of a change: what a block holds, as fields.

One form for the row, one for its typed details, one set of rows for each list. They are
made of the models, so a new column has its field at once; groups, help and widgets are
ours. What an editor typed becomes a block again and is checked as such; nothing here
writes.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, ClassVar, cast

from django import forms
from django.core.validators import RegexValidator
from django.db import models
from django.db.backends.base.operations import BaseDatabaseOperations
from django.forms.boundfield import BoundField
from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.text import capfirst
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from bench.models import Change, Kind
from bench.publishing import Draft
from bench.shapes import SHAPES
from facts.blocks.blocks import Block, texts_of
from facts.blocks.serialiser import Part, Serialiser
from facts.models import Content, Passage

Data = Mapping[str, Any]

MOST_ROWS = 60
"""Rows of one list that a form takes: far more than any row of the content has."""

GROUPS: dict[str, tuple[tuple[Any, tuple[str, ...]], ...]] = {
    Kind.FACT: (
        (_("What it is about"), ("key", "subject", "aspect")),
        (_("From when until when"), ("start", "end", "act_en")),
        (_("What it says"), ("sentence_en", "basis", "working_en")),
    ),
    Kind.PASSAGE: (
        (_("Where it stands"), ("key", "document", "section_en", "place_en", "lines")),
        (_("What it says"), ("summary_en", "speaks", "layer_en", "mark")),
        (_("Whether the site uses it"), ("scope", "reason_en")),
    ),
}

HOST = re.compile(r"^[\w-]+(\.[\w-]+)+([/?# ]|$)")
SCHEME = re.compile(r"^\s*https?://", re.IGNORECASE)
NO_ADDRESS = _("That is no address on the web. Write it like adilet.zan.kz/eng/docs.")
SLUG = re.compile(r"^[a-z0-9-]+\Z")
NO_SLUG = _("Only small letters, digits and hyphens, like vice-chairs.")

HELP: dict[str, Any] = {
    "address": _("As in the line of a browser; https:// is left away."),
    "key": _("Leave it empty: it is made from the rest. It never changes later."),
    "aspect": _(
        "One thing that has one value at a time: composition, term, chair. Small letters, "
        "with hyphens."
    ),
    "start": _(
        "The first day: 2007-08-29, or 2007-08, 2007. Not known: [1997-10-08..1999-12-01] "
        "is one day between the two, [..1995-12-05] no later than that."
    ),
    "end": _(
        "The day after the last. Two dots (..) where it goes on; write it like the start."
    ),
    "basis": _("“According to one source” where only one weak source says it."),
    "speaks": _("The date of which the text speaks: 2007, 2007-08-29, [2006..2012]."),
}


class KeyField(forms.ModelChoiceField):
    """A row named by its key, typed or chosen from what is found while typing."""

    def __init__(self, queryset: Any, **kwargs: Any) -> None:
        super().__init__(
            queryset,
            to_field_name="key",
            widget=forms.TextInput(attrs={"autocomplete": "off", "spellcheck": "false"}),
            **kwargs,
        )
        self.error_messages["invalid_choice"] = _("There is nothing called %(value)s.")

    def get_bound_field(self, form: forms.BaseForm, field_name: str) -> BoundField:
        return KeyBoundField(form, self, field_name)


class KeyBoundField(BoundField):
    """A key on a form. ``row`` is what it names now, once ``find_rows`` has looked."""

    row: Content | None = None

    @property
    def model(self) -> type[Content]:
        """The model that is looked among."""
        field: Any = self.field
        found: type[Content] = field.queryset.model
        return found

    @property
    def kind(self) -> str:
        """That model, as the addresses of the bench name it."""
        return str(self.model._meta.model_name)

    def as_widget(
        self,
        widget: forms.Widget | None = None,
        attrs: dict[str, Any] | None = None,
        only_initial: bool = False,
    ) -> SafeString:
        """The field, and what it asks while somebody types."""
        asks = {
            "list": f"{self.auto_id}-found",
            "data-hx-get": reverse("admin:bench_keys", args=[self.kind]),
            "data-hx-trigger": "input changed delay:200ms",
            "data-hx-target": f"#{self.auto_id}-found",
        }
        return super().as_widget(widget, {**asks, **(attrs or {})}, only_initial)


def find_rows(all_forms: Iterable[forms.BaseForm]) -> None:
    """Find what every key on these forms names, with one query for each model."""
    by_model: dict[type[Content], list[KeyBoundField]] = defaultdict(list)
    for form in all_forms:
        for field in form:
            if isinstance(field, KeyBoundField):
                by_model[field.model].append(field)
    for model, fields in by_model.items():
        keys = {str(field.value() or "") for field in fields}
        rows: Any = model._default_manager.filter(key__in=keys)
        if model is Passage:
            rows = rows.select_related("document")
        found = {row.key: row for row in rows}
        for field in fields:
            field.row = found.get(str(field.value() or ""))


class AddressField(forms.CharField):
    """An address on the web, as the content holds it: without ``https://``."""

    default_validators = [RegexValidator(HOST, NO_ADDRESS)]  # noqa: RUF012 - as Django asks

    def to_python(self, value: Any) -> str:
        """Without the scheme that stands before an address copied from a browser."""
        return SCHEME.sub("", str(super().to_python(value)))


class SlugField(forms.SlugField):
    """A name of small letters, digits and hyphens: ``vice-chairs``."""

    default_validators = [RegexValidator(SLUG, NO_SLUG)]  # noqa: RUF012 - as Django asks


class DayField(forms.DateField):
    """One day, in the one order of its parts that everybody reads alike."""

    default_error_messages: ClassVar[dict[str, Any]] = {
        "invalid": _("That is no day. Write it like 2026-12-31.")
    }

    def __init__(self, **kwargs: Any) -> None:
        widget = forms.DateInput(
            {"placeholder": "2026-12-31", "autocomplete": "off"}, format="%Y-%m-%d"
        )
        super().__init__(**{**kwargs, "widget": widget, "input_formats": ["%Y-%m-%d"]})


def _form_field(column: models.Field[Any, Any], **kwargs: Any) -> forms.Field | None:
    """The form field of a column, with our help and widgets."""
    if column.name in HELP:
        kwargs["help_text"] = HELP[column.name]
    if column.name == "key":
        kwargs["required"] = False
    if isinstance(column, models.ForeignKey):
        return KeyField(
            column.related_model._default_manager.all(),
            required=not column.blank,
            label=capfirst(column.verbose_name),
            help_text=kwargs.get("help_text", column.help_text),
        )
    if isinstance(column, models.DateField):
        kwargs["form_class"] = DayField
    if isinstance(column, models.SlugField):
        kwargs["form_class"] = SlugField
    if isinstance(column, models.IntegerField):
        # SQLite takes any number, and PostgreSQL none beyond these.
        ranges = BaseDatabaseOperations.integer_field_ranges
        kwargs["max_value"] = ranges[column.get_internal_type()][1]
    if column.name == "address":
        kwargs["form_class"] = AddressField
    if isinstance(column, models.TextField):
        kwargs["widget"] = forms.Textarea(attrs={"rows": 4, "data-counts": ""})
    elif isinstance(column, models.CharField) and (column.max_length or 0) > 200:
        kwargs["widget"] = forms.Textarea(attrs={"rows": 2, "data-counts": ""})
    return column.formfield(**kwargs)


@lru_cache(maxsize=64)
def _form_class(
    model: type[models.Model], fields: tuple[str, ...]
) -> type[forms.ModelForm]:
    found: type[forms.ModelForm] = forms.modelform_factory(
        model, fields=fields, formfield_callback=_form_field
    )
    return found


class Rows(forms.BaseFormSet):
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
                raise forms.ValidationError(self._told_twice())
            seen.add(names)

    def _told_twice(self) -> str:
        if "position" in self.part.sort:  # all else in the two rows may differ
            return gettext("Two of these have the same place in lists.")
        return gettext("The same row stands here twice.")

    def kept(self) -> Iterator[Any]:
        """The forms that hold a row: neither empty nor taken away."""
        for form in self.forms:
            is_there = form.has_changed() or form in self.initial_forms
            if is_there and not getattr(form, "cleaned_data", {}).get("DELETE"):
                yield form


@dataclass
class Group:
    """Fields that stand together under a heading."""

    title: str
    fields: list[BoundField]


class Single:
    """The typed details of a row, or the row itself, with the parts inside."""

    def __init__(
        self,
        owner: Serialiser | Part,
        block: Block,
        data: Data | None,
        prefix: str,
        *,
        without: Collection[str] = (),
        more: str = "",
    ) -> None:
        self.owner = owner
        self.prefix = prefix
        self.names = tuple(name for name in owner.fields if name not in without)
        self.form = _form_class(owner.model, self.names)(
            data, initial=block, prefix=prefix, use_required_attribute=False
        )
        self.singles: list[Single] = []
        self.lists: list[Rows] = []
        for part in owner.parts:
            if part.name in without:
                continue
            place = f"{prefix}-{part.name}"
            inside = block.get(part.name)
            if not part.single:
                self.lists.append(_rows(part, inside or [], data, place, more))
            elif inside is not None:
                self.singles.append(Single(part, inside, data, place, more=more))

    @property
    def title(self) -> str:
        """What it is called in headings."""
        return capfirst(str(self.owner.model._meta.verbose_name))

    @property
    def places(self) -> Iterator[str]:
        """The names of its lists, those inside its details too."""
        yield from (str(rows.prefix) for rows in self.lists)
        for single in self.singles:
            yield from single.places

    @property
    def forms(self) -> Iterator[forms.BaseForm]:
        """Its own form and all inside, each once."""
        yield self.form
        for single in self.singles:
            yield from single.forms
        for rows in self.lists:
            yield from rows.forms

    def is_valid(self) -> bool:
        """Whether everything typed can be read."""
        inside: list[Single | Rows] = [*self.singles, *self.lists]
        return all([self.form.is_valid(), *(one.is_valid() for one in inside)])

    def block(self) -> Block:
        """What was typed, as a block. Only where it is valid."""
        usual = getattr(self.owner, "usual", {})
        block: Block = _tidy(texts_of(self.form.instance, self.names, usual))
        for single in self.singles:
            block[single.owner.name] = single.block()
        for rows in self.lists:
            found = [
                _tidy(texts_of(form.instance, rows.part.fields, {})) for form in rows.kept()
            ]
            if found:
                block[rows.part.name] = found
        return block


def _tidy(texts: dict[str, str]) -> Block:
    """Without line breaks and doubled spaces: a field of the content is one paragraph."""
    return {name: " ".join(text.split()) for name, text in texts.items()}


def _rows(part: Part, inside: list[Block], data: Data | None, at: str, more: str) -> Rows:
    """The rows of a list, with one empty row, or one more where it was asked for."""
    formset = forms.formset_factory(
        _form_class(part.model, part.fields),
        formset=Rows,
        extra=0 if inside else 1,
        can_delete=True,
        max_num=MOST_ROWS,
        absolute_max=MOST_ROWS,
    )
    if data is not None and more == at:
        total = f"{at}-TOTAL_FORMS"
        count = _count(str(data.get(total, "")))
        data = {**_flat(data), total: str(min(count + 1, MOST_ROWS))}
    rows_of_part = cast(Rows, formset(data, initial=inside, prefix=at))
    rows_of_part.part = part
    return rows_of_part


def _count(text: str) -> int:
    """The number of rows that a form says it has; none where it says no number."""
    try:
        return max(0, int(text))
    except ValueError:
        return 0


def _flat(data: Data) -> dict[str, Any]:
    return {name: data.get(name) for name in data}


class HeadForm(forms.ModelForm):
    """Why, and when: what belongs to the change and not to the content."""

    class Meta:
        model = Change
        fields = ("reason_en", "publish_on")
        widgets = {  # noqa: RUF012 - how Django asks for it
            "reason_en": forms.TextInput(attrs={"autocomplete": "off"}),
        }
        field_classes = {"publish_on": DayField}  # noqa: RUF012 - how Django asks for it


class ChangeForm:
    """The whole form of a change: its row, what belongs to it, why and when."""

    def __init__(
        self, change: Change, draft: Draft, data: Data | None = None, more: str = ""
    ) -> None:
        """The form of ``change``, starting from ``draft``; ``more`` names a list that is
        to have one more empty row."""
        never_typed = {"state", *change.fixed}
        if "names" not in draft.block and draft.block.get("aspect") != "name":
            never_typed.add("names")
        self.started_from = draft
        # A fact that retires says what it said: only why and when are asked.
        self.row = (
            None
            if change.retires
            else Single(
                SHAPES[change.kind],
                draft.block,
                data,
                "row",
                without=never_typed,
                more=more,
            )
        )
        self.head = HeadForm(
            data,
            initial={"reason_en": draft.reason_en, "publish_on": draft.publish_on},
            prefix="head",
            use_required_attribute=False,
        )
        self.kind = change.kind
        if self.row:
            find_rows(self.row.forms)

    @property
    def lists(self) -> list[str]:
        """The names of the lists that may be asked for one more row."""
        return list(self.row.places) if self.row else []

    @property
    def groups(self) -> list[Group]:
        """The fields of the row in their groups, those that no group names at the end."""
        if self.row is None:
            return []
        form = self.row.form
        found = []
        left = list(form.fields)
        for title, names in GROUPS.get(self.kind, ()):
            fields = [form[name] for name in names if name in form.fields]
            left = [name for name in left if name not in names]
            found.append(Group(str(title), fields))
        if left:
            found.append(Group(self.row.title, [form[name] for name in left]))
        return found

    def is_valid(self) -> bool:
        """Whether everything typed can be read."""
        return all([self.row is None or self.row.is_valid(), self.head.is_valid()])

    def draft(self) -> Draft:
        """What was typed. Only where it is valid."""
        day = self.head.cleaned_data["publish_on"]
        return Draft(
            self.row.block() if self.row else self.started_from.block,
            self.head.cleaned_data["reason_en"],
            day.isoformat() if day else "",
        )
