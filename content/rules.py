"""The rules of the whole content: those of each app, and those that need every app."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from content.aspect_groups import ASPECTS, TABLE
from content.serialisers import links
from elections import rules as elections
from elections import sentences as elections_sentences
from facts import rules as facts
from facts.aspects import any_of
from facts.models import Content, Fact, RowState, Topic
from facts.rules import Breach, Rule
from facts.sentences import made_sentence
from parliament import rules as parliament
from parliament import sentences as parliament_sentences

LINKS = tuple(links())
"""Where rows of the content name others: the model, how to ask, and the model named."""

MADE = {*parliament_sentences.SENTENCES, *elections_sentences.SENTENCES}
"""The names of the details that make a sentence."""


def nothing_rests_on_what_is_retired() -> Iterator[Breach]:
    """What readers see names no subject, passage or document that is retired."""
    resting: dict[tuple[type[Content], str], set[str]] = defaultdict(set)
    for model, lookup, named in LINKS:
        rows = model.objects.published().filter(**{f"{lookup}__state": RowState.RETIRED})
        for key, other in rows.values_list(f"{lookup}__key", "key"):
            resting[named, key].add(other)
    for (named, key), others in resting.items():
        row = named._default_manager.get(key=key)
        first, *more = sorted(others)
        and_more = f" and {len(more)} more" if more else ""
        yield Breach(row, f"is retired, yet {first}{and_more} would rest on it")


def _aspects_told() -> Iterable[tuple[str, str]]:
    """The aspects of published facts, each with the topic of its subject."""
    pairs = Fact.objects.published().values_list("aspect", "subject__topic")
    return pairs.order_by().distinct()


def every_aspect_is_in_the_table() -> Iterator[Breach]:
    """A published fact has an aspect of a known kind; else no page would show it."""
    for aspect, topic in _aspects_told():
        if ASPECTS.kind_of(aspect, topic):
            continue
        odd = Fact.objects.published().filter(aspect=aspect, subject__topic=topic)
        for fact in odd:
            where = f"of “{Topic(topic).label}”"
            yield Breach(fact, f"has an aspect that no page shows {where}: {aspect}")


def every_fact_says_something() -> Iterator[Breach]:
    """A published fact has a sentence, typed or made from its details."""
    untyped = Fact.objects.published().without_typed_sentence()
    surely_made = [
        entry.kind
        for entry in TABLE
        if entry.kind.detail in MADE and not entry.kind.is_detail_optional
    ]
    for fact in untyped.exclude(any_of(surely_made)).with_sentences():
        if not fact.says:
            yield Breach(fact, "has no sentence and no details to make one from")


def no_fact_says_it_twice() -> Iterator[Breach]:
    """Beside a sentence that details make no other is typed: nobody would read it."""
    making = [entry.kind for entry in TABLE if entry.kind.detail in MADE]
    typed = Fact.objects.published().with_typed_sentence().filter(any_of(making))
    for fact in typed.with_sentences():
        if made := made_sentence(fact):
            what = f"has a typed sentence that nobody would read: its details make “{made}”"
            yield Breach(fact, what)


def facts_have_their_details() -> Iterator[Breach]:
    """A fact whose aspect needs details carries them; else no page shows it."""
    aspects: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
    for aspect, topic in _aspects_told():
        if detail := ASPECTS.detail_needed(aspect, topic):
            aspects[detail, topic].append(aspect)
    # Only those that lack them: to join all details to all facts takes PostgreSQL
    # most of a second.
    for (detail, topic), needing in aspects.items():
        facts = Fact.objects.published().filter(subject__topic=topic, aspect__in=needing)
        for fact in facts.filter(**{detail: None}):
            yield Breach(fact, f"lacks the details that its aspect needs: {detail}")


OWN_MUSTS: tuple[Rule, ...] = (
    nothing_rests_on_what_is_retired,
    every_aspect_is_in_the_table,
    facts_have_their_details,
    every_fact_says_something,
    no_fact_says_it_twice,
)
MUSTS: tuple[Rule, ...] = (
    *facts.MUSTS,
    *OWN_MUSTS,
    *parliament.MUSTS,
    *elections.MUSTS,
)
"""Rules that no edit may break, not even for a day."""

RULES: tuple[Rule, ...] = (
    *facts.RULES,
    *OWN_MUSTS,
    *parliament.RULES,
    *elections.RULES,
)


def breaches(rules: Iterable[Rule] = RULES) -> list[Breach]:
    """What breaks any of ``rules``."""
    return [breach for rule in rules for breach in rule()]
