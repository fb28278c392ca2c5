from __future__ import annotations

from django.apps import AppConfig


class PagesConfig(AppConfig):
    """Floor 4: what the public reads of all of it: home, timeline, comparison, sources."""

    name = "pages"
    verbose_name = "Pages"
