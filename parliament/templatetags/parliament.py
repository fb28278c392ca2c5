from __future__ import annotations

from django import template

from parliament.diagrams import PATTERNS, seat_chart

register = template.Library()

register.simple_tag(seat_chart)


@register.filter
def pattern(way: str) -> str:
    """The pattern by which the seats of one way are told apart."""
    return PATTERNS[way]
