"""The rules of the content that a database cannot hold.

Each rule looks at all the content and yields its breaches as sentences. The command
``check_content`` lists them; an app on a higher floor has rules of its own beside these.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator
from itertools import combinations

from facts.models import Disagreement, Fact, Passage, Scope

Rule = Callable[[], Iterator[str]]


def every_fact_is_cited() -> Iterator[str]:
    """A published fact without a citation is a statement without a source."""
    for fact in Fact.objects.published().filter(citations__isnull=True):
        yield f"fact {fact.key} has no citation"


def every_fact_says_something() -> Iterator[str]:
    """A published fact has a sentence, typed or made from its details."""
    for fact in Fact.objects.published().filter(sentence_en="", made_sentence_en=""):
        yield f"fact {fact.key} has no sentence and no details to make one from"


def cited_passages_are_in_scope() -> Iterator[str]:
    """Nothing rests on a passage that is out of scope."""
    for passage in Passage.objects.used().filter(scope=Scope.OUT):
        yield f"passage {passage.key} is out of scope, yet something rests on it"


def every_passage_has_its_place() -> Iterator[str]:
    """A passage is used, kept for coming pages, or out of scope with a reason."""
    for passage in Passage.objects.unused().filter(scope=Scope.CITED):
        yield f"passage {passage.key} is used by nothing and not marked out of scope"
    for passage in Passage.objects.used().filter(scope=Scope.LATER):
        yield f"passage {passage.key} is used, yet marked as kept for later"


def every_disagreement_is_resolved() -> Iterator[str]:
    """A disagreement says what the site uses, and why, and has claims to weigh."""
    for disagreement in Disagreement.objects.prefetch_related("claims"):
        if not disagreement.is_resolved:
            yield f"disagreement {disagreement.key} has no resolution"
        if len(disagreement.claims.all()) < 2:
            yield f"disagreement {disagreement.key} has fewer than two claims"


def values_that_collide_are_told() -> Iterator[str]:
    """Two certain values for one thing on one day need a disagreement."""
    told = set(Disagreement.objects.values_list("subject_id", "aspect"))
    by_thing: dict[tuple[int, str], list[Fact]] = defaultdict(list)
    for fact in Fact.objects.published().order_by("start_earliest", "key"):
        by_thing[fact.subject_id, fact.aspect].append(fact)
    for thing, facts in by_thing.items():
        if thing in told:
            continue
        for one, other in combinations(facts, 2):
            if one.period.surely_overlaps(other.period):
                yield f"facts {one.key} and {other.key} hold on the same days"


MUSTS: tuple[Rule, ...] = (
    every_fact_is_cited,
    every_fact_says_something,
    cited_passages_are_in_scope,
    values_that_collide_are_told,
)
"""Rules that no edit may break, not even for a day."""

RULES: tuple[Rule, ...] = (
    *MUSTS,
    every_passage_has_its_place,
    every_disagreement_is_resolved,
)
