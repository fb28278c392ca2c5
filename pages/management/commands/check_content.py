from __future__ import annotations

import sys
from typing import Any

from django.core.management.base import BaseCommand

from facts import rules as facts
from parliament import rules as parliament

RULES = (*facts.RULES, *parliament.RULES)


class Command(BaseCommand):
    """List every breach of the rules that a database cannot hold; exit 1 if any."""

    help = "Check the content against the rules that a database cannot hold."

    def handle(self, *args: Any, **options: Any) -> None:
        breaches = [breach for rule in RULES for breach in rule()]
        for breach in breaches:
            self.stdout.write(self.style.ERROR(breach))
        self.stdout.write(f"{len(RULES)} rules, {len(breaches)} breaches")
        if breaches:
            sys.exit(1)
