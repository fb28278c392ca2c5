from __future__ import annotations

from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser

from content.backup import BackupError, back_up, suffix
from web.clock import now


class Command(BaseCommand):
    """Write a consistent copy of the database, while people go on writing."""

    help = "Write a consistent copy of the whole database to a file."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--to", type=Path)

    def handle(self, *args: Any, **options: Any) -> None:
        name = f"{now():%Y%m%d-%H%M%S-%f}{suffix()}"
        path = options["to"] or settings.BACKUP_ROOT / name
        try:
            back_up(path)
        except BackupError as error:
            raise CommandError(f"No copy was made. {error}") from error
        self.stdout.write(str(path))
