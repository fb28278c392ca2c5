"""Form fields that read what visitors write as every page of the site does."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms

from web.on import BadDateError, parse_on


class DayField(forms.CharField):
    """A day, a month or a year, read as everywhere on the site; its value is a date."""

    def __init__(self, today: date, **kwargs: Any) -> None:
        super().__init__(max_length=40, **kwargs)
        self.today = today

    def clean(self, value: Any) -> date | None:
        """The day meant, ``None`` where the field is empty. Raises ``ValidationError``."""
        text = super().clean(value)
        try:
            asked = parse_on(text, self.today)
        except BadDateError as error:
            raise forms.ValidationError(str(error)) from error
        return asked.day if asked else None
