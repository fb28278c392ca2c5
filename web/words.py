"""Finding words, however they are spelled."""

from __future__ import annotations

import unicodedata


def folded(text: str) -> str:
    """``text`` without capitals and accents: ``majilis`` finds ``Mäjilis``."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    return "".join(one for one in plain if not unicodedata.combining(one))


def has_words(text: str, words: str) -> bool:
    """Whether all ``words`` stand somewhere in ``text``, whatever their spelling."""
    found = folded(text)
    return all(word in found for word in folded(words).split())
