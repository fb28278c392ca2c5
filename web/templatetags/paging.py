"""What the links between the pages of a list need."""

from __future__ import annotations

from django import template

from web.paging import numbers_shown

register = template.Library()
register.filter(numbers_shown)
