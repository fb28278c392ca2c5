from __future__ import annotations

from django.apps import AppConfig


class ElectionsConfig(AppConfig):
    """Floor 2: how seats were filled. It has no pages of its own yet."""

    name = "elections"
    verbose_name = "Elections"
