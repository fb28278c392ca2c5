from __future__ import annotations

from typing import Any

from django.core.management import call_command
from django.core.management.base import BaseCommand


class Command(BaseCommand):
    """Bring the database up to this version of the site: its tables, then its content."""

    help = "Run the migrations, then load the fixtures, each where something is new."

    def handle(self, *args: Any, **options: Any) -> None:
        call_command("migrate", verbosity=0)
        call_command("load_content", stdout=self.stdout, stderr=self.stderr)
