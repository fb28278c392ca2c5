"""The glossary: its terms, and how a visitor looks for one."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from django.utils.translation import gettext_lazy as _

from facts.glossary import slug_of
from facts.held import held
from facts.models import Fact, Topic
from parliament.aspects import MEANING
from web.filters import FilterForm, WordsField
from web.word_match import finder, folded


class TermFilter(FilterForm):
    """Which terms are listed."""

    button = _("Find")

    words = WordsField(size=20)


@dataclass(frozen=True)
class ListedTerm:
    """A term of the list.

    What names it in addresses, how the page writes it, and how all its languages do.
    """

    slug: str
    name: str
    names: str


def terms_with(words: str) -> list[ListedTerm]:
    """The terms of which a name has the ``words``, in any language, by the alphabet."""
    finds = finder(words)
    return [term for term in listed_terms() if finds(term.names)]


@held
def listed_terms() -> list[ListedTerm]:
    """Every term of which a published fact tells what it means, by the alphabet."""
    meanings = (
        Fact.objects.published()
        .filter(MEANING.query())
        .select_related("subject")
        .prefetch_related("names")
    )
    terms = [
        ListedTerm(
            slug_of(meaning.subject),
            meaning.subject.name,
            " ".join([meaning.subject.name, *map(str, meaning.names.all())]),
        )
        for meaning in meanings
    ]
    return sorted(terms, key=lambda term: folded(term.name))


@held
def meanings_of(key: str) -> list[Fact]:
    """What the term of a key means, with sources and names; empty where there is none."""
    facts = Fact.objects.published().filter(MEANING.query(), subject__key=key)
    return list(
        facts.filter(subject__topic=Topic.TERMS)
        .with_sources()
        .prefetch_related("names")
        .in_order()
    )


def by_letter(terms: Iterable[ListedTerm]) -> list[tuple[str, list[ListedTerm]]]:
    """Terms that are in order, under their first letters."""
    return [
        (letter, list(group))
        for letter, group in groupby(terms, key=lambda term: folded(term.name)[:1].upper())
    ]
