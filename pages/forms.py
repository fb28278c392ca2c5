"""The form that asks for the two dates of a comparison."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from web.on import AsOf, BadDateError, parse_on

USUAL_FROM, USUAL_TO = date(2026, 6, 30), date(2026, 7, 1)
"""The last day of the two chambers, and the first of what followed them."""


class ComparedDateField(forms.Field):
    """A date read as everywhere on the site; left empty, the usual one.

    Its value keeps how the date was asked for.
    """

    def __init__(self, label: Any, usual: date, today: date) -> None:
        attrs = {
            "size": 12,
            "maxlength": 40,
            "autocomplete": "off",
            "spellcheck": "false",
            "aria-describedby": "dates-help",
        }
        super().__init__(label=label, required=False, widget=forms.TextInput(attrs))
        self.usual = usual
        self.today = today

    def clean(self, value: str | None) -> AsOf:
        """The date asked for; raises ``ValidationError`` with a plain sentence."""
        try:
            return self._read(value)
        except BadDateError as error:
            raise forms.ValidationError(str(error)) from error

    def bound_data(self, data: Any, initial: Any) -> str:
        """What the field shows: the date as it was typed, as far as it can be shown."""
        try:
            return self._read(data).given
        except BadDateError as error:
            return error.given

    def _read(self, value: str | None) -> AsOf:
        usual = AsOf(self.usual.isoformat(), self.usual)
        return parse_on(value or "", self.today) or usual


class CompareForm(forms.Form):
    """The two dates, ``from`` and ``to``."""

    def __init__(self, query: QueryDict, today: date) -> None:
        """Read the dates from the query of an address."""
        super().__init__(query, auto_id="%s", label_suffix="")
        # "from" is a word of Python, so no attribute can declare it.
        self.fields["from"] = ComparedDateField(_("From"), USUAL_FROM, today)
        self.fields["to"] = ComparedDateField(_("To"), USUAL_TO, today)
        for name in self.errors:
            self.fields[name].widget.attrs["aria-describedby"] += f" {name}-error"

    @property
    def days(self) -> tuple[date, date]:
        """The days that the dates mean, as they were asked for; of a valid form."""
        return self.cleaned_data["from"].day, self.cleaned_data["to"].day

    @property
    def query(self) -> str:
        """The dates as the query of an address: ``from=2007&to=2010-05-01``."""
        asked = self.cleaned_data
        return f"from={asked['from'].given}&to={asked['to'].given}"
