"""Filters of a list: a form over the query of its address.

A list has one ``FilterForm``; ``includes/_filter.html`` draws every one of them. What an
address says that is no choice filters nothing: old links keep working.
"""

from __future__ import annotations

from collections.abc import Iterable
from html import escape
from typing import Any

from django import forms
from django.forms.utils import flatatt
from django.http import QueryDict
from django.utils.functional import Promise
from django.utils.html import format_html
from django.utils.http import urlencode
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext_lazy as _

from web.word_match import composed

LONGEST_WORDS = 100
"""Characters of words to look for that are read; nobody types more."""


class WordsField(forms.CharField):
    """Words to look for, without spaces around them; what is too long is cut off."""

    def __init__(self, **kwargs: Any) -> None:
        attrs = {"maxlength": LONGEST_WORDS, "size": kwargs.pop("size", 16)}
        super().__init__(
            label=_("Words"), required=False, widget=forms.TextInput(attrs), **kwargs
        )

    def to_python(self, value: Any) -> str:
        """The words, cut to a sane length."""
        return composed(str(super().to_python(value)))[:LONGEST_WORDS].strip()


class FilterSelect(forms.Select):
    """A select that writes its options itself: hundreds cost a page one template each."""

    def render(
        self, name: str, value: Any, attrs: Any = None, renderer: Any = None
    ) -> SafeString:
        """The select of that name with its options, and the one of ``value`` chosen."""
        own = self.build_attrs(self.attrs, {"name": name, **(attrs or {})})
        options = _options(self.choices, str(value or ""))
        return format_html("<select{}>{}</select>", flatatt(own), mark_safe(options))  # noqa: S308 - each is escaped


def _options(choices: Iterable[tuple[Any, Any]], chosen: str) -> str:
    """Choices as options, of which one is chosen; groups of choices under their labels."""
    return "\n".join(_option(*choice, chosen) for choice in choices)


def _option(value: Any, label: Any, chosen: str) -> str:
    if isinstance(label, (list, tuple)):
        return (
            f'<optgroup label="{escape(str(value))}">\n{_options(label, chosen)}</optgroup>'
        )
    selected = " selected" if str(value) == chosen else ""
    return f'<option value="{escape(str(value))}"{selected}>{escape(str(label))}</option>'


class FilterField(forms.ChoiceField):
    """A choice to filter by, or none: then the field says ``every``."""

    widget = FilterSelect

    def __init__(self, label: Any, every: str | Promise, choices: Any) -> None:
        super().__init__(label=label, required=False, choices=[("", every), *choices])

    def clean(self, value: Any) -> str:
        """The choice; empty for what is none."""
        return str(value) if value and self.valid_value(value) else ""


class FilterForm(forms.Form):
    """What a visitor filters a list by; an empty text filters nothing.

    ``target`` is the id of the part of the page that it changes, ``button`` the word on
    its button. ``keeps_date`` is set on a page that shows a day; ``has_reset`` where a
    link takes all filters out.
    """

    target = "results"
    button: str | Promise = _("Filter")
    keeps_date = False
    has_reset = True

    def __init__(self, query: QueryDict) -> None:
        """Read the filters from the query of an address."""
        super().__init__(query, auto_id="%s", label_suffix="")
        self.full_clean()

    def chosen(self, name: str) -> str:
        """What one of the fields filters by; empty where it filters nothing."""
        return str(self.cleaned_data.get(name, ""))

    def pairs(self) -> list[tuple[str, str]]:
        """The filters that are set, by name."""
        return [(name, value) for name in self.fields if (value := self.chosen(name))]

    def query(self) -> str:
        """The filters that are set, to begin the query of an address: ``kind=slip&``."""
        return f"{urlencode(self.pairs())}&" if self.pairs() else ""

    def query_after(self) -> str:
        """The filters that are set, to end the query of an address: ``&kind=slip``."""
        return f"&{urlencode(self.pairs())}" if self.pairs() else ""
