"""Rows found by words, however those are spelled, and on every database alike.

A database folds letters in a way of its own, or not at all, and a made sentence stands in
no column: so the texts are read and compared here. See ``docs/decisions``, 0020.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.contrib.admin import ModelAdmin
from django.db.models import QuerySet
from django.http import HttpRequest

from facts.models import Fact
from facts.names import spellings
from web.word_match import finder


def find_rows(rows: QuerySet[Any], words: str, columns: Iterable[str]) -> QuerySet[Any]:
    """Those of ``rows`` whose columns together have each of ``words``; all without words.

    A column of a row that is named is asked for as in queries: ``document__short_name``.
    """
    if not words.strip():
        return rows
    finds = finder(words, spellings())
    texts = rows.order_by().values_list("pk", *columns)
    found = [pk for pk, *said in texts if finds(" ".join(map(str, said)))]
    return rows.filter(pk__in=found)


def find_facts(words: str) -> list[int]:
    """The ids of the facts whose key, sentence or subject has each of ``words``."""
    finds = finder(words, spellings())
    return [
        fact.pk
        for fact in Fact.objects.with_sentences()
        if finds(f"{fact.key} {fact.says} {fact.subject.name}")
    ]


class FoldedSearch(ModelAdmin):
    """A list of the admin that finds the same for every spelling of a word."""

    def get_search_results(
        self, request: HttpRequest, queryset: QuerySet[Any], search_term: str
    ) -> tuple[QuerySet[Any], bool]:
        """The rows whose columns of ``search_fields`` have every word, each row once."""
        return find_rows(queryset, search_term, self.search_fields), False
