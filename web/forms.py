"""Form fields that read what visitors write as every page of the site does."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms

from web.on import AsOf, BadDateError, parse_on


class DayField(forms.CharField):
    """A day, a month or a year, read as ``?on=`` is; its value is an ``AsOf``.

    ``usual`` is the day that is meant where the field is left empty; with one, the field
    is never required.
    """

    def __init__(self, today: date, *, usual: date | None = None, **kwargs: Any) -> None:
        kwargs.setdefault("required", usual is None)
        super().__init__(max_length=40, **kwargs)
        self.today = today
        self.usual = usual

    def clean(self, value: Any) -> AsOf | None:
        """What is asked for; ``None`` where the field is empty and no day is usual.

        Raises ``ValidationError`` with a plain sentence where it is no date, or one that
        the site does not cover.
        """
        text = super().clean(value)
        if not text and self.usual:
            return AsOf(self.usual.isoformat(), self.usual)
        try:
            return parse_on(text, self.today)
        except BadDateError as error:
            raise forms.ValidationError(str(error)) from error
