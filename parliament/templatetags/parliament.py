"""How the parts of a chamber are written and drawn in templates."""

from __future__ import annotations

from django import template

from parliament.charts import PATTERNS, seat_chart
from parliament.sentences import known_parts, post_title, seat_part

register = template.Library()

register.filter("seat_part", seat_part)
register.filter("known_parts", known_parts)
register.filter("post_title", post_title)
register.simple_tag(seat_chart)


@register.filter
def pattern(way: str) -> str:
    """The pattern by which the seats of one way are told apart."""
    return PATTERNS[way]
