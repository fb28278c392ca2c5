"""Which of the dated facts of a thing, its names above all, holds on a day."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from facts.held import held
from facts.models import Fact, Name


def nearest(facts: Sequence[Fact], day: date) -> Fact | None:
    """The fact that holds on ``day``: a sure one, else a possible one, else the nearest.

    Before the first of them that is the first, after the last the last.
    """
    sure = [fact for fact in facts if fact.period.is_certain(day)]
    perhaps = [fact for fact in facts if fact.period.is_possible(day)]
    before = [fact for fact in facts if fact.period.end.earliest <= day]
    for candidates in (sure, perhaps, before):
        if candidates:
            return candidates[-1]
    return facts[0] if facts else None


def main_name(naming: Fact | None) -> str:
    """The English form that pages use; empty where there is none."""
    names = naming.names.all() if naming else []
    return next((name.text for name in names if name.is_main and name.language == "en"), "")


@held
def spellings() -> list[list[str]]:
    """The names that mean the same at one time, in every language: a group for each fact.

    For finding words however they are spelled; names of different times stay apart.
    """
    groups: dict[int, list[str]] = {}
    names = Name.objects.filter(fact__in=Fact.objects.published()).order_by("pk")
    for fact, text in names.values_list("fact_id", "text"):
        groups.setdefault(fact, []).append(text)
    return list(groups.values())
