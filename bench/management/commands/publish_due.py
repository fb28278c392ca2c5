from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand

from bench.changes.moves import publish_due


class Command(BaseCommand):
    """Publish the approved changes whose day has come: for a timer, not for visitors."""

    help = "Publish the approved changes whose day has come."

    def handle(self, *args: Any, **options: Any) -> None:
        published = publish_due()
        for change in published:
            self.stdout.write(f"published: {change}")
        self.stdout.write(f"{len(published)} published")
