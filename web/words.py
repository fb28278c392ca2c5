"""Finding words, however they are spelled."""

from __future__ import annotations

import re
import unicodedata


def folded(text: str) -> str:
    """``text`` without capitals and accents: ``majilis`` finds ``Mäjilis``."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    return "".join(one for one in plain if not unicodedata.combining(one))


def has_words(text: str, words: str) -> bool:
    """Whether a word of ``text`` begins with each of ``words``, whatever the spelling."""
    found = re.findall(r"\w+", folded(text))
    asked = re.findall(r"\w+", folded(words))
    return all(any(one.startswith(word) for one in found) for word in asked)
