"""Spellings: the one form of what is typed, and finding words however they are spelled.

Every filter and every search of the site, public or of the bench, asks ``finder``.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Sequence

MOST_WORDS = 12
"""Words that are looked for; what follows them narrows nothing any more."""

DOTLESS = str.maketrans("ı", "i")
"""Kazakh in Latin letters tells ``ı`` from ``i``; who looks for a word often cannot."""


def composed(text: str) -> str:
    """``text`` with each accent in its letter (NFC), whichever way a keyboard typed it.

    macOS types ``ä`` as ``a`` and a sign: to a reader the same, to a comparison another.
    """
    return unicodedata.normalize("NFC", text)


def folded(text: str) -> str:
    """``text`` without capitals and accents: ``majilis`` finds ``Mäjilis``.

    ``I``, ``İ``, ``ı`` and ``i`` are one letter.
    """
    if text.isascii():
        return text.lower()
    # Capitals may come apart into small letters, and signs such as № into capitals.
    plain = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold())
    letters = "".join(letter for letter in plain if not unicodedata.combining(letter))
    return letters.translate(DOTLESS)


def finder(words: str, spellings: Iterable[Sequence[str]] = ()) -> Callable[[str], bool]:
    """A test for texts: whether a word of one begins with each of ``words``.

    Capitals and accents make no difference; without words every text passes.
    ``spellings`` are groups of names that mean the same. A word of one of them also finds
    the others: ``mazhilis`` finds ``Mäjilis``.
    """
    groups = [[_words_of(name) for name in group] for group in spellings]
    each_once = list(dict.fromkeys(_words_of(words)))[:MOST_WORDS]
    wanted = [(word, _others(word, groups)) for word in each_once]
    if not wanted:
        return lambda text: True

    def finds(text: str) -> bool:
        present = set(_words_of(text))
        return all(
            any(there.startswith(word) for there in present)
            or any(present.issuperset(other) for other in others)
            for word, others in wanted
        )

    return finds


def _words_of(text: str) -> list[str]:
    return re.findall(r"\w+", folded(text))


def _others(word: str, groups: Iterable[list[list[str]]]) -> list[list[str]]:
    """What else stands for a word: its like in each other spelling, or all words of that.

    In a name of as many words its like stands at the same place: ``Toqaev`` and
    ``Tokayev`` at the end.
    """
    others = []
    for group in groups:
        for name in group:
            for place, part in enumerate(name):
                if part.startswith(word):
                    others += [
                        [other[place]] if len(other) == len(name) else other
                        for other in group
                        if other and other != name
                    ]
    return others
