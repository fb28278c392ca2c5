"""The fields of the forms on the bench, made of the columns of the models."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from functools import lru_cache
from typing import Any, ClassVar

from django import forms
from django.core.validators import RegexValidator
from django.db import models
from django.db.backends.base.operations import BaseDatabaseOperations
from django.forms.boundfield import BoundField
from django.urls import reverse
from django.utils.functional import lazy
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.text import capfirst
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from bench.forms.aspect_choice import aspect_error
from facts.models import Content, Fact, Passage

HOST = re.compile(r"^[\w-]+(\.[\w-]+)+([/?# ]|$)")
SCHEME = re.compile(r"^\s*https?://", re.IGNORECASE)
NO_ADDRESS = _("That is no address on the web. Write it like adilet.zan.kz/eng/docs.")

SLUG = re.compile(r"^[a-z0-9-]+\Z")
NO_SLUG = _("Only small letters, digits and hyphens, like vice-chairs.")


def _aspect_help() -> SafeString:
    return format_html(
        gettext(
            "One thing that has one value at a time: composition, term, chair. "
            '<a href="{}" target="_blank">“Add something”</a> lists all that there are.'
        ),
        reverse("admin:bench_start"),
    )


HELP: dict[str, Any] = {
    "address": _("As in the line of a browser; https:// is left away."),
    "key": _("Leave it empty: it is made from the rest. It never changes later."),
    "aspect": lazy(_aspect_help, SafeString)(),
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
"""What is said under a field, by the name of its column."""


class FactRowForm(forms.ModelForm):
    """The columns of a fact; an aspect that no page shows is refused beside its field."""

    def clean(self) -> dict[str, Any] | None:
        """Refuse an aspect that is not in the table for the topic of the subject."""
        cleaned = super().clean() or self.cleaned_data
        aspect, subject = cleaned.get("aspect"), cleaned.get("subject")
        if aspect and subject and (error := aspect_error(aspect, subject)):
            self.add_error("aspect", error)
        return cleaned


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
    """A key on a form. ``row`` is what it names now, once ``look_up_keys`` has looked."""

    row: Content | None = None

    @property
    def model(self) -> type[Content]:
        """The model that is looked among."""
        field: Any = self.field
        model: type[Content] = field.queryset.model
        return model

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


def look_up_keys(all_forms: Iterable[forms.BaseForm]) -> None:
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
        by_key = {row.key: row for row in rows}
        for field in fields:
            field.row = by_key.get(str(field.value() or ""))


class AddressField(forms.CharField):
    """An address on the web, as the content holds it: without ``https://``."""

    default_validators = [RegexValidator(HOST, NO_ADDRESS)]  # noqa: RUF012 - as Django asks

    def to_python(self, value: Any) -> str:
        """Without the scheme that stands before an address copied from a browser."""
        return SCHEME.sub("", str(super().to_python(value)))


class SlugField(forms.SlugField):
    """A name of small letters, digits and hyphens: ``vice-chairs``."""

    default_validators = [RegexValidator(SLUG, NO_SLUG)]  # noqa: RUF012 - as Django asks


class ExactDayField(forms.DateField):
    """One day, in the one order of its parts that everybody reads alike."""

    default_error_messages: ClassVar[dict[str, Any]] = {
        "invalid": _("That is no day. Write it like 2026-12-31.")
    }

    def __init__(self, **kwargs: Any) -> None:
        widget = forms.DateInput(
            {"placeholder": "2026-12-31", "autocomplete": "off"}, format="%Y-%m-%d"
        )
        super().__init__(**{**kwargs, "widget": widget, "input_formats": ["%Y-%m-%d"]})


def form_field(column: models.Field[Any, Any], **kwargs: Any) -> forms.Field | None:
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
        kwargs["form_class"] = ExactDayField
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
def form_class(model: type[models.Model], fields: tuple[str, ...]) -> type[forms.ModelForm]:
    """The form of these columns of a model; made once for each set of them."""
    made: type[forms.ModelForm] = forms.modelform_factory(
        model,
        form=FactRowForm if model is Fact else forms.ModelForm,
        fields=fields,
        formfield_callback=form_field,
    )
    return made
