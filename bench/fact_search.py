"""Facts found by words that they say, whether a sentence was typed or made."""

from __future__ import annotations

from collections.abc import Sequence

from facts.models import Fact


def find_facts(words: Sequence[str]) -> list[int]:
    """The ids of the facts whose key, sentence or subject holds every one of ``words``.

    Made sentences stand in no column, so the database cannot be asked for them.
    """
    wanted = [word.casefold() for word in words]
    return [
        fact.pk
        for fact in Fact.objects.with_sentences()
        if _holds_all(f"{fact.key} {fact.says} {fact.subject.name}".casefold(), wanted)
    ]


def _holds_all(text: str, words: Sequence[str]) -> bool:
    return all(word in text for word in words)
