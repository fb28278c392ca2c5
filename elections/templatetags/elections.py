from __future__ import annotations

from django import template

from elections.sentences import figure_in_words

register = template.Library()

register.filter("figure_in_words", figure_in_words)


@register.filter
def grouped(number: int) -> str:
    """``5,247,720``: a count with its thousands apart."""
    return f"{number:,}"
