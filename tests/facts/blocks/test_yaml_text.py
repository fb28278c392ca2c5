from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facts.blocks.blocks import ContentError
from facts.blocks.yaml_text import read, write
from web.word_match import composed

texts = st.text(
    st.characters(codec="utf-8", exclude_categories=["Cs", "Cc"]), min_size=1, max_size=300
).map(composed)  # as all that is read is


def test_every_scalar_stays_the_text_it_was(tmp_path):
    path = tmp_path / "file.yaml"
    path.write_text(
        "a: 10:45\nb: no\nc: 2007\nd: 2007-08-29\ne: on\nf: ~\n", encoding="utf-8"
    )
    assert read(path) == {
        "a": "10:45",
        "b": "no",
        "c": "2007",
        "d": "2007-08-29",
        "e": "on",
        "f": "~",
    }


def test_accents_stand_in_their_letters(tmp_path):
    path = tmp_path / "file.yaml"
    path.write_text("name: Ma\u0308jilis\n", encoding="utf-8")
    assert read(path) == {"name": "M\u00e4jilis"}


def test_what_another_reader_would_misread_is_quoted():
    text = write(
        {"fact": {"time": "10:45", "yes": "no", "year": "2007", "plain": "Мәжіліс"}}
    )
    assert (
        text == "fact:\n  time: '10:45'\n  'yes': 'no'\n  year: '2007'\n  plain: Мәжіліс\n"
    )


def test_a_blank_line_stands_between_blocks():
    assert (
        write({"facts": [{"key": "a"}, {"key": "b"}]}) == "facts:\n- key: a\n\n- key: b\n"
    )


@given(
    st.lists(st.fixed_dictionaries({"key": texts, "text": texts}), min_size=1, max_size=4)
)
def test_what_is_written_is_read_back(blocks):
    import tempfile
    from pathlib import Path

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "file.yaml"
        path.write_text(write({"facts": blocks}), encoding="utf-8")
        assert read(path) == {"facts": blocks}


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("a: 1\nb: 2\na: 3\n", "“a” stands here twice"),
        ("a: " + "[" * 3000, "file.yaml"),
        ("? [a]\n: b\n", "file.yaml"),
        ("- a\n", "the file holds no mapping"),
        ("a: b: c\n", "file.yaml"),
    ],
)
def test_what_cannot_be_read_is_told_in_a_sentence(tmp_path, text, complaint):
    path = tmp_path / "file.yaml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(ContentError, match=complaint):
        read(path)
