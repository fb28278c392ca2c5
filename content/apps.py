from __future__ import annotations

from django.apps import AppConfig


class ContentConfig(AppConfig):
    """Floor 3: what joins all apps: addresses, events, comparison, rules, loading."""

    name = "content"
    verbose_name = "The content as a whole"
