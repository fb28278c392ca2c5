"""The sentence of a fact: made from its details where it has such, else as it was typed.

What details there are is known on higher floors. The setting ``SENTENCES`` names, for each
app that has details, the module that makes their sentences. Such a module has

- ``made_sentence(fact)``: the sentence in the active language, empty where it makes none;
- ``JOINS`` and ``PREFETCHES``: what facts are fetched with, so that it asks no query.
"""

from __future__ import annotations

from functools import cache
from importlib import import_module
from typing import Any, Protocol, cast

from django.conf import settings
from django.db.models import Prefetch

from facts.localised import Text, active_language


class SentenceMaker(Protocol):
    """What a module named in ``SENTENCES`` offers."""

    JOINS: tuple[str, ...]
    PREFETCHES: tuple[str | Prefetch[Any, Any, Any], ...]

    def made_sentence(self, fact: Any) -> str:
        """The sentence that the details of a fact make; empty where they make none."""


@cache
def sentence_makers() -> tuple[SentenceMaker, ...]:
    """The modules named in the settings, in their order."""
    return tuple(cast(SentenceMaker, import_module(name)) for name in settings.SENTENCES)


def made_sentence(fact: Any) -> Text:
    """The sentence that the details of ``fact`` make; empty where they make none."""
    made = (maker.made_sentence(fact) for maker in sentence_makers())
    return Text(next(filter(None, made), ""), active_language())


def joins_for_sentences() -> list[str]:
    """What to join to facts so that their sentences ask no query."""
    return [join for maker in sentence_makers() for join in maker.JOINS]


def prefetches_for_sentences() -> list[str | Prefetch[Any, Any, Any]]:
    """What to prefetch on facts likewise."""
    return [lookup for maker in sentence_makers() for lookup in maker.PREFETCHES]
