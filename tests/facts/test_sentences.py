"""Sentences are made by the modules that the settings name, each asked in turn."""

from __future__ import annotations

from types import SimpleNamespace

import pytest
from django.conf import settings
from django.utils.translation import override

from facts import sentences
from facts.sentences import (
    joins_for_sentences,
    made_sentence,
    prefetches_for_sentences,
    sentence_makers,
)


def maker(sentence, joins=(), prefetches=()):
    return SimpleNamespace(
        made_sentence=lambda fact: sentence, JOINS=joins, PREFETCHES=prefetches
    )


@pytest.fixture
def makers(monkeypatch):
    def name(*found):
        monkeypatch.setattr(sentences, "sentence_makers", lambda: found)

    return name


def test_the_modules_of_the_settings_are_asked():
    names = [module.__name__ for module in sentence_makers()]
    assert names == settings.SENTENCES


def test_the_first_that_makes_a_sentence_makes_it(makers):
    makers(maker(""), maker("Six years."), maker("Seven years."))
    with override("kk"):
        sentence = made_sentence(SimpleNamespace())
    assert (sentence, sentence.language) == ("Six years.", "kk")


def test_where_none_makes_one_it_is_empty(makers):
    makers(maker(""))
    assert made_sentence(SimpleNamespace()) == ""


def test_all_that_they_need_is_fetched(makers):
    makers(maker("", ("term",), ("composition__parts",)), maker("", ("figure",)))
    assert joins_for_sentences() == ["term", "figure"]
    assert prefetches_for_sentences() == ["composition__parts"]
