from __future__ import annotations

from pathlib import Path
from typing import Any

from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError, CommandParser

from content.backup import BackupError, bring_back
from facts.edition import number_now, set_edition


class Command(BaseCommand):
    """Bring back a copy of the database; what is there now is copied first."""

    help = "Make the database what it was when a copy was written."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", type=Path)

    def handle(self, *args: Any, **options: Any) -> None:
        self.stdout.write("What is there now is copied first, to:")
        call_command("backup", stdout=self.stdout)
        before = number_now() or 0
        try:
            bring_back(options["file"])
        except BackupError as error:
            raise CommandError(f"Nothing was brought back. {error}") from error
        call_command("migrate", verbosity=0)
        # Pages are kept by the number of their edition: none comes a second time.
        set_edition(max(before, number_now() or 0) + 1)
        self.stdout.write(f"brought back: {options['file']}")
