from __future__ import annotations

import sys
from typing import Any

from django.core.management.base import BaseCommand

from content.rules import RULES, breaches


class Command(BaseCommand):
    """List every breach of the rules that a database cannot hold; exit 1 if any."""

    help = "Check the content against the rules that a database cannot hold."

    def handle(self, *args: Any, **options: Any) -> None:
        broken = breaches()
        for breach in broken:
            self.stdout.write(self.style.ERROR(str(breach)))
        self.stdout.write(f"{len(RULES)} rules, {len(broken)} breaches")
        if broken:
            sys.exit(1)
