from __future__ import annotations

from parliament.wording import counted, in_words, joined


def test_an_unknown_number_has_words():
    assert in_words(None) == "an unknown number"
    assert counted(None, "seat", "seats") == "an unknown number of seats"


def test_one_and_many():
    assert counted(1, "seat", "seats") == "1 seat"
    assert counted(47, "seat", "seats") == "47 seats"


def test_lists_are_joined_as_spoken():
    assert joined([]) == ""
    assert joined(["a"]) == "a"
    assert joined(["a", "b"]) == "a and b"
    assert joined(["a", "b", "c"]) == "a, b and c"
