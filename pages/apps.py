from __future__ import annotations

from django.apps import AppConfig


class PagesConfig(AppConfig):
    """Floor 3: what must see everything: home, sources, loading the content."""

    name = "pages"
    verbose_name = "Pages"
