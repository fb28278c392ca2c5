"""Terms in running text: where the first use of each stands on a page.

A term is a subject of the topic "terms". What it means is a fact about it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from facts.held import held
from facts.models import Subject, Topic

PREFIX = "term-"
COMMON = {
    "appeal",
    "budget",
    "bureau",
    "candidate",
    "capital",
    "chamber",
    "constitution",
    "deputy",
    "executive",
    "government",
    "independent",
    "kurultai",
    "law",
    "majilis",
    "parliament",
    "observer",
    "president",
    "reading",
    "region",
    "registration",
    "seat",
    "senate",
    "senator",
    "term-of-office",
}
"""Terms of the glossary that text does not mark: too plain, or with other meanings too."""


@dataclass(frozen=True)
class TermMention:
    """A use of a term in a text: its slug, and the words as they stand there."""

    slug: str
    words: str

    def __str__(self) -> str:
        """The words alone, where they lead nowhere."""
        return self.words


def slug_of(term: Subject) -> str:
    """What names a term in addresses: its key without the prefix."""
    return term.key.removeprefix(PREFIX)


@held
def marked_terms() -> tuple[tuple[str, str], ...]:
    """Slug and name of each term that running text marks, the longest name first."""
    terms = [(slug_of(term), str(term.name)) for term in Subject.objects.told(Topic.TERMS)]
    marked = [(slug, name) for slug, name in terms if slug not in COMMON]
    return tuple(sorted(marked, key=lambda term: (-len(term[1]), term[1])))


@held
def pieces_of(text: str) -> tuple[str | TermMention, ...]:
    """A running text in pieces: plain text, and every use of a term that text marks."""
    return tuple(split(text, marked_terms()))


def first_uses(
    pieces: Iterable[str | TermMention], seen: set[str]
) -> Iterator[str | TermMention]:
    """The pieces, with each use as plain text whose term was ``seen`` before it.

    Adds the terms of the others to ``seen``.
    """
    for piece in pieces:
        if isinstance(piece, TermMention) and piece.slug not in seen:
            seen.add(piece.slug)
            yield piece
        else:
            yield str(piece)


@lru_cache(maxsize=8)  # a page asks for each of its sentences
def _finder(
    terms: tuple[tuple[str, str], ...],
) -> tuple[re.Pattern[str], dict[str, tuple[str, str]]]:
    """What finds any of the terms, and the term for each name it finds."""
    names = "|".join(re.escape(name) for _slug, name in terms)
    by_name = {name.casefold(): (slug, name) for slug, name in terms}
    return re.compile(rf"\b({names})s?\b", re.IGNORECASE), by_name


def split(text: str, terms: tuple[tuple[str, str], ...]) -> Iterator[str | TermMention]:
    """``text`` in pieces: plain text, and every use of one of the ``terms``.

    A name with a capital letter is only found with it.
    """
    if not terms:
        yield text
        return
    pattern, by_name = _finder(terms)
    start = 0
    for match in pattern.finditer(text):
        slug, name = by_name[match[1].casefold()]
        if name[:1].isupper() and not match[1][:1].isupper():
            continue
        yield text[start : match.start()]
        yield TermMention(slug, match[0])
        start = match.end()
    yield text[start:]
