"""Text in the reader's language, with a marked fallback.

Reader-facing text stands in one column per language, ``summary_en`` and later
``summary_kk``. ``localised`` reads the active language's column, and where that is
empty or does not exist the English one, saying so.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.utils.translation import get_language

FALLBACK = "en"


@dataclass(frozen=True)
class Text:
    """A text, the language it is in, and whether that is not the one asked for."""

    value: str
    language: str
    is_fallback: bool

    def __str__(self) -> str:
        return self.value


def localised(row: Any, name: str) -> Text:
    """The column ``<name>_<active language>`` of ``row``, else the English one."""
    active = (get_language() or FALLBACK).split("-")[0]
    value = getattr(row, f"{name}_{active}", "")
    if value:
        return Text(value, active, is_fallback=False)
    return Text(getattr(row, f"{name}_{FALLBACK}"), FALLBACK, active != FALLBACK)
