"""The rules of the content that a database cannot hold.

Each rule looks at all the content and yields its breaches. The command
``check_content`` lists them; an app on a higher floor has rules of its own beside these.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import combinations

from facts.models import Content, Disagreement, Fact, Passage, Scope


@dataclass(frozen=True)
class Breach:
    """What is wrong with a row: ``fact senate-seats-1999 has no citation``."""

    row: Content
    what: str

    def __str__(self) -> str:
        return f"{self.row._meta.verbose_name} {self.row.key} {self.what}"


Rule = Callable[[], Iterator[Breach]]


def every_fact_is_cited() -> Iterator[Breach]:
    """A published fact without a citation is a statement without a source."""
    for fact in Fact.objects.published().filter(citations__isnull=True):
        yield Breach(fact, "has no citation")


def cited_passages_are_in_scope() -> Iterator[Breach]:
    """Nothing rests on a passage that is out of scope."""
    for passage in Passage.objects.used().filter(scope=Scope.OUT):
        yield Breach(passage, "is out of scope, yet something rests on it")


def every_passage_has_its_place() -> Iterator[Breach]:
    """A passage is used, kept for coming pages, or out of scope with a reason."""
    for passage in Passage.objects.published().unused().filter(scope=Scope.CITED):
        yield Breach(passage, "is used by nothing and not marked out of scope")
    for passage in Passage.objects.used().filter(scope=Scope.LATER):
        yield Breach(passage, "is used, yet marked as kept for later")


def every_disagreement_is_resolved() -> Iterator[Breach]:
    """A disagreement says what the site uses, and why, and has claims to weigh."""
    for disagreement in Disagreement.objects.published().prefetch_related("claims"):
        if not disagreement.is_resolved:
            yield Breach(disagreement, "has no resolution")
        if len(disagreement.claims.all()) < 2:
            yield Breach(disagreement, "has fewer than two claims")


def values_that_collide_are_told() -> Iterator[Breach]:
    """Two certain values for one thing on one day need a disagreement."""
    questions = Disagreement.objects.published()
    disputed = set(questions.values_list("subject_id", "aspect"))
    by_thing: dict[tuple[int, str], list[Fact]] = defaultdict(list)
    for fact in Fact.objects.published().order_by("start_earliest", "key"):
        by_thing[fact.subject_id, fact.aspect].append(fact)
    for thing, facts in by_thing.items():
        if thing in disputed:
            continue
        for fact, other in combinations(facts, 2):
            if fact.period.surely_overlaps(other.period):
                yield Breach(fact, f"holds on the same days as {other.key}")


MUSTS: tuple[Rule, ...] = (
    every_fact_is_cited,
    cited_passages_are_in_scope,
    values_that_collide_are_told,
)
"""Rules that no edit may break, not even for a day."""

RULES: tuple[Rule, ...] = (
    *MUSTS,
    every_passage_has_its_place,
    every_disagreement_is_resolved,
)
