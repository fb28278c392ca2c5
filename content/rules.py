"""The rules of the whole content: which apps have some."""

from __future__ import annotations

from collections.abc import Iterable

from elections import rules as elections
from facts import rules as facts
from facts.rules import Breach, Rule
from parliament import rules as parliament

MUSTS: tuple[Rule, ...] = (*facts.MUSTS, *parliament.MUSTS, *elections.MUSTS)
RULES: tuple[Rule, ...] = (*facts.RULES, *parliament.RULES, *elections.RULES)


def breaches(rules: Iterable[Rule] = RULES) -> list[Breach]:
    """What breaks any of ``rules``."""
    return [breach for rule in rules for breach in rule()]
