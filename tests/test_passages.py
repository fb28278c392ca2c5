"""Nothing in the five documents is lost: every line that holds words has its passage."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.conf import settings

from facts.models import Document, Passage

pytestmark = pytest.mark.django_db

# The document, the start of the name of its text, and how many passages it has.
FIVE = [
    ("senate-article", "000_", 120),
    ("parliament-article", "001_", 49),
    ("politics-article", "002_", 21),
    ("news-report", "003_", 10),
    ("embassy-page", "004_", 56),
]
# The texts themselves are no part of the project; where they lie beside it they are read.
TEXTS = settings.BASE_DIR.parent / "shared" / "sources"


def lines_of(passage):
    """The line numbers of the text that a passage covers."""
    first, _, last = passage.lines.partition("-")
    return range(int(first), int(last or first) + 1)


def words_at(path: Path) -> set[int]:
    """The numbers of the lines that hold a letter or a figure."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return {n for n, line in enumerate(lines, 1) if any(one.isalnum() for one in line)}


def test_there_are_five():
    keys = Document.objects.filter(tier="founding").values_list("key", flat=True)
    assert sorted(keys) == sorted(key for key, _, _ in FIVE)


@pytest.mark.parametrize(("key", "start", "count"), FIVE)
def test_every_line_with_words_has_one_passage(key, start, count):
    passages = Passage.objects.filter(document__key=key).order_by("position")
    covered = [n for passage in passages for n in lines_of(passage)]
    assert len(passages) == count
    assert covered == sorted(set(covered)), "in the order of the text, no line twice"
    for path in TEXTS.glob(f"{start}*.txt"):
        assert set(covered) == words_at(path)
