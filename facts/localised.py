"""Text of the content in the reader's language, with a marked fallback: the one lookup.

Reader-facing text stands in one column per language, ``summary_en`` and later
``summary_kk``. A model says ``summary = Localised()``, and ``row.summary`` is then the text
in the active language; where that is empty or has no column, the English one. Templates
mark a fallback by themselves (``lang="en"``); inside an attribute, where no element can
stand, they write ``{{ row.summary|plain }}``.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import Any, Self, overload

from django.db import models
from django.utils.html import escape, format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language

FALLBACK = "en"


class Text(str):
    """A text that knows the language it is in, and whether another one was asked for.

    In HTML a fallback is marked with its language. Plain text without a language is the
    page's own.
    """

    language: str
    is_fallback: bool

    def __new__(cls, value: str, language: str = "", is_fallback: bool = False) -> Self:
        """``value`` in ``language``."""
        text = super().__new__(cls, value)
        text.language = language
        text.is_fallback = is_fallback
        return text

    def __html__(self) -> SafeString:
        """The text escaped, in an element that names its language if it is a fallback."""
        if self.is_fallback:
            return format_html('<span lang="{}">{}</span>', self.language, str(self))
        return escape(str(self))


class Localised:
    """The columns ``<name>_<language>`` of a model, read as one attribute ``name``."""

    def __set_name__(self, owner: type, name: str) -> None:
        self.name = name

    @overload
    def __get__(self, row: None, owner: type) -> Self: ...
    @overload
    def __get__(self, row: object, owner: type) -> Text: ...
    def __get__(self, row: object | None, owner: type) -> Self | Text:
        return self if row is None else localised(row, self.name)


def active_language() -> str:
    """The language of the page that is being made, without its region: ``kk``."""
    return _without_region(get_language() or FALLBACK)


@lru_cache  # each text of a page asks
def _without_region(language: str) -> str:
    return language.split("-")[0]


def localised(row: Any, name: str) -> Text:
    """The column ``<name>_<active language>`` of ``row``, else the English one."""
    active = active_language()
    if value := getattr(row, f"{name}_{active}", ""):
        return Text(value, active)
    return Text(getattr(row, f"{name}_{FALLBACK}"), FALLBACK, active != FALLBACK)


def localised_in(block: Mapping[str, Any], name: str) -> Text:
    """The same of a block, which has its texts by the names of their columns."""
    active = active_language()
    if value := block.get(f"{name}_{active}", ""):
        return Text(value, active)
    return Text(block.get(f"{name}_{FALLBACK}", ""), FALLBACK, active != FALLBACK)


def column(model: type[models.Model], name: str) -> str:
    """The column to ask the database for: that of the active language, if there is one."""
    own = f"{name}_{active_language()}"
    has_own = any(field.name == own for field in model._meta.get_fields())
    return own if has_own else f"{name}_{FALLBACK}"


def localised_names(model: type[models.Model]) -> list[str]:
    """The names of the texts of a model that stand in a column per language."""
    return [name for name, value in vars(model).items() if isinstance(value, Localised)]


def english_columns(**texts: str) -> dict[str, str]:
    """The columns that hold texts written in English: ``{"name_en": "Senate"}``."""
    return {f"{name}_{FALLBACK}": text for name, text in texts.items()}
