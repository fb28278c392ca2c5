from __future__ import annotations

import pytest

from web.word_match import composed, finder, folded


def test_capitals_and_accents_make_no_difference():
    assert folded("Мәжіліс Ä") == folded("мәжіліс a")
    assert finder("MAJILIS alone")("The Mäjilis alone")


@pytest.mark.parametrize("word", ["saılanym", "sailanym", "SAILANYM", "SAİLANYM"])
def test_i_with_or_without_a_dot_is_one_letter(word):
    assert folded(word) == "sailanym"


@pytest.mark.parametrize("text", ["№ 5", "Ǆ", "ß", "İı", "ﬁ", "Ma\u0308jilis", "Ё й"])
def test_folding_twice_changes_nothing(text):
    assert folded(folded(text)) == folded(text) == folded(text.upper())


def test_an_accent_that_was_typed_by_itself_stands_in_its_letter():
    assert composed("Ma\u0308jilis") == "M\u00e4jilis"


def test_words_are_found_from_their_start():
    assert finder("war")("War and peace")
    assert finder("WAR end")("the war’s end")
    assert not finder("war")("State awards, forward")


def test_a_word_is_looked_for_once_and_so_are_not_too_many():
    assert finder("war " * 900)("War and peace")
    assert finder(" ".join(f"w{number}" for number in range(12)) + " peace")(
        " ".join(f"w{number}" for number in range(12))
    )


def test_every_word_must_stand_in_the_text():
    assert not finder("Mäjilis Senate")("The Mäjilis alone")
    assert finder("")("anything")


NAMES = [
    ["Mäjilis", "Mazhilis", "Мәжіліс"],
    ["Kassym-Jomart Tokayev", "Qasym-Jomart Toqaev"],
    ["People's Party", "Народная партия Казахстана", "PPK"],
]


def test_one_spelling_of_a_name_finds_the_others():
    assert finder("mazhilis", NAMES)("The Mäjilis alone")
    assert finder("МАЖ", [["Mäjilis", "Мажилис"]])("The Mäjilis alone")
    assert not finder("mazhilis", NAMES)("The Senate alone")
    assert not finder("mazhilis")("The Mäjilis alone")


def test_a_part_of_a_name_finds_that_part_of_the_others():
    assert finder("toqaev", NAMES)("President Tokayev")
    assert not finder("toqaev", NAMES)("Kassym")


def test_a_short_name_finds_the_whole_of_the_long_one():
    assert finder("ppk", NAMES)("The People's Party won")
    assert not finder("ppk", NAMES)("A party of the people")


def test_each_word_may_be_spelled_its_own_way():
    assert finder("toqaev mazhilis", NAMES)("Tokayev dissolved the Mäjilis")
    assert not finder("toqaev mazhilis", NAMES)("Tokayev dissolved it")
