from __future__ import annotations

from web.words import folded, has_words


def test_capitals_and_accents_make_no_difference():
    assert folded("Мәжіліс Ä") == folded("мәжіліс a")
    assert has_words("The Mäjilis alone", "MAJILIS alone")


def test_words_are_found_from_their_start():
    assert has_words("War and peace", "war")
    assert has_words("the war’s end", "WAR end")
    assert not has_words("State awards, forward", "war")


def test_every_word_must_stand_in_the_text():
    assert not has_words("The Mäjilis alone", "Mäjilis Senate")
    assert has_words("anything", "")
