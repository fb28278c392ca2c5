"""Terms in running text: where the first use of each is found."""

from __future__ import annotations

from facts.glossary import TermMention, first_uses, split

TERMS = (("constitutional-law", "constitutional law"), ("law", "law"), ("osce", "OSCE"))


def uses(text, seen=None):
    pieces = first_uses(split(text, TERMS), set() if seen is None else seen)
    return [piece for piece in pieces if isinstance(piece, TermMention)]


def test_the_first_use_of_each_term_is_found_the_longest_name_first():
    assert uses("Constitutional laws and a law and a law.") == [
        TermMention("constitutional-law", "Constitutional laws"),
        TermMention("law", "law"),
    ]


def test_a_term_that_was_seen_is_plain_text():
    seen = {"law"}
    assert uses("A law.", seen) == []
    assert "".join(first_uses(split("A law.", TERMS), seen)) == "A law."


def test_words_inside_words_and_names_without_capitals_are_left_alone():
    assert uses("A lawyer and an osce.") == []
    assert uses("The OSCE.") == [TermMention("osce", "OSCE")]


def test_no_text_is_lost():
    text = "The OSCE read a law, and the laws."
    assert "".join(map(str, split(text, TERMS))) == text
    assert list(split(text, ())) == [text]
