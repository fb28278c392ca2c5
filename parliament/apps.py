from __future__ import annotations

from django.apps import AppConfig


class ParliamentConfig(AppConfig):
    """Floor 1: what the Parliament is, may do and must do."""

    name = "parliament"
    verbose_name = "Parliament"
