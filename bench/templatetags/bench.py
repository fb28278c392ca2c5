from __future__ import annotations

from django import template

from bench.usage import bench_address

register = template.Library()
register.filter("bench_address", bench_address)
