from __future__ import annotations

from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils.text import Truncator

from content.loading import load_fixtures
from facts.blocks.blocks import ContentError
from facts.blocks.progress import told_on

MOST_CHARACTERS = 500


class Command(BaseCommand):
    """Load the fixtures; keep what editors changed, delete nothing, say both."""

    help = "Load the content from the fixtures, in one transaction."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--from", dest="root", type=Path)

    def handle(self, *args: Any, **options: Any) -> None:
        root = options["root"] or settings.FIXTURES_ROOT
        try:
            report = load_fixtures(root, told_on(self.stderr))
        except ContentError as error:
            # What stands in the fixture stands in the sentence: a book, if it must be.
            sentence = Truncator(f"Nothing was loaded. {error}").chars(MOST_CHARACTERS)
            raise CommandError(sentence) from error
        for verb, names in (("added", report.added), ("changed", report.changed)):
            if options["verbosity"] > 1:
                for name in names:
                    self.stdout.write(f"{verb}: {name}")
        for name, reason in report.kept:
            self.stdout.write(self.style.WARNING(f"left alone: {name}: {reason}"))
        self.stdout.write(
            f"{len(report.added)} added, {len(report.changed)} changed, "
            f"{report.same} the same, {len(report.kept)} left alone"
        )
