from __future__ import annotations

from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandParser

from content.serialisers import FOLDERS
from facts.blocks.files import dump_folders


class Command(BaseCommand):
    """Write the content to the fixtures, in their one canonical form."""

    help = "Write the content to the fixtures."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--to", dest="root", type=Path)

    def handle(self, *args: Any, **options: Any) -> None:
        root: Path = options["root"] or settings.FIXTURES_ROOT
        texts = dump_folders(FOLDERS)
        written = 0
        for name, text in texts.items():
            path = root / name
            path.parent.mkdir(parents=True, exist_ok=True)
            if not path.exists() or path.read_text(encoding="utf-8") != text:
                path.write_text(text, encoding="utf-8")
                written += 1
        self.stdout.write(f"{len(texts)} files, {written} of them written")
