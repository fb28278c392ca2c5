from __future__ import annotations

from django.apps import AppConfig


class BenchConfig(AppConfig):
    """Floor 4: where the editors change the content, two of them for every change."""

    name = "bench"
    verbose_name = "The editors’ bench"
