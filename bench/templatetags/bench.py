from __future__ import annotations

from django import template

from bench import uses

register = template.Library()
register.filter("bench_address", uses.bench_address)
