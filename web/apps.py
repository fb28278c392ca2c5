from __future__ import annotations

from django.apps import AppConfig


class WebConfig(AppConfig):
    """Floor 0: requests, partials and charts; no models."""

    name = "web"
    verbose_name = "Web"
