from __future__ import annotations

from typing import Any

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString

from facts.localised import localised
from facts.models import Fact
from facts.periods import day_in_words

register = template.Library()

register.filter("in_words", day_in_words)


@register.simple_tag
def text(row: Any, name: str) -> SafeString | str:
    """The text column ``name`` of ``row`` in the reader's language, a fallback marked."""
    found = localised(row, name)
    if found.is_fallback:
        return format_html('<span lang="{}">{}</span>', found.language, found)
    return found.value


@register.inclusion_tag("facts/_sources.html")
def sources(fact: Fact, label: str = "") -> dict[str, Any]:
    """The mark beside a fact that opens its sources in place.

    ``label`` says what the sources are for where the mark stands apart from its fact.
    """
    return {"fact": fact, "citations": fact.citations.all(), "label": label}
