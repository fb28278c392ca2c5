"""What was written to rows, in words."""

from __future__ import annotations

import pytest

from content.before_and_after import (
    FieldDifference,
    Titles,
    WrittenRow,
    label_of,
    place_of,
    row_difference,
    title_of,
    titles_of_rows,
)
from content.serialisers import SERIALISERS
from facts.models import Citation, Fact, Name, Subject
from parliament.models import SeatPart, Term
from tests import factories

FACT = SERIALISERS["facts"]
BLOCK = {
    "key": "hall-term",
    "subject": "hall",
    "aspect": "term",
    "start": "1996",
    "term": {"years": "6"},
    "citations": [{"passage": "paper-1"}],
}


@pytest.fixture
def hall(empty):
    factories.SubjectFactory(key="hall", name_en="The Hall")
    factories.PassageFactory(
        key="paper-1",
        document__key="paper",
        document__short_name_en="The paper",
        section_en="The hall",
        place_en="paragraph 1",
    )


def difference(before, after, **more):
    row = WrittenRow("facts/hall-term", before, after, **more)
    return row_difference(row, titles_of_rows([row]))


@pytest.mark.parametrize(
    ("path", "place", "label"),
    [
        (("start",), (Fact, "start"), "First day it holds"),
        (("term",), (Term, ""), "Term of office"),
        (("term", "years"), (Term, "years"), "Years of office"),
        (("citations", "paper-1"), (Citation, ""), "Citation"),
        (("names", "en", "Latn", "Hall"), (Name, ""), "Name"),
        (("composition", "parts", "1"), (SeatPart, ""), "Part of the seats"),
    ],
)
def test_a_path_leads_to_a_field_or_to_a_row(path, place, label):
    assert place_of(path, FACT) == place
    assert label_of(path, FACT) == label


def test_a_field_that_changed_is_told_from_what_to_what(hall):
    found = difference(BLOCK, {**BLOCK, "start": "1997", "term": {"years": "8"}})
    assert not found.is_new
    assert found.title == "The Hall: term"
    assert found.lines == [
        FieldDifference("start", "First day it holds", "1996", "1997"),
        FieldDifference("term/years", "Years of office", "6", "8"),
    ]


def test_rows_and_choices_are_told_by_their_titles(hall):
    after = {**BLOCK, "basis": "derived", "citations": []}
    citation, basis = difference(BLOCK, after).lines
    # What is usual stands for what is left out.
    assert basis.before == "stated by the sources cited"
    assert basis.after == "worked out from the sources cited"
    assert citation.before == "The paper: The hall, paragraph 1"
    assert citation.after == ""


def test_details_are_told_as_such_only_where_nothing_of_them_follows(hall):
    without = {name: value for name, value in BLOCK.items() if name != "term"}
    assert [line.path for line in difference(without, BLOCK).lines] == ["term/years"]
    empty_details = {**without, "term": {}}
    (line,) = difference(without, empty_details).lines
    assert (line.path, line.before, line.after) == ("term", "", "yes")


def test_a_new_row_tells_everything_but_its_key(hall):
    found = difference({}, BLOCK)
    assert found.is_new
    assert "key" not in {line.path for line in found.lines}
    assert not found.has_before
    assert [line.after for line in found.lines if line.path == "subject"] == ["The Hall"]


def test_a_new_value_is_read_beside_the_one_whose_place_it_takes(hall):
    found = difference({}, {**BLOCK, "key": "new", "start": "2008"}, replaced=BLOCK)
    assert [(line.before, line.after) for line in found.lines] == [("1996", "2008")]
    assert found.is_new
    assert found.has_before


def test_a_row_that_is_not_there_is_called_by_its_key():
    assert Titles([]).of(Subject, "nobody") == "nobody"


@pytest.mark.parametrize(
    ("kind", "block", "title"),
    [
        ("facts", {"subject": "hall", "aspect": "note-rule-1"}, "The Hall: rule 1"),
        ("facts", {"aspect": "term"}, "term"),
        ("facts", {"subject": "hall"}, "The Hall"),
        ("assessments", {"subject": "hall", "speaker_en": "OSCE"}, "OSCE: The Hall"),
        (
            "passages",
            {"document": "paper", "section_en": "Rules", "place_en": "item 2"},
            "The paper: Rules, item 2",
        ),
        ("passages", {"key": "paper-9"}, "paper-9"),
        ("disagreements", {"question_en": "How many?"}, "How many?"),
        ("document", {"short_name_en": "The paper"}, "The paper"),
        ("subject", {"name_en": "The Hall", "key": "hall"}, "The Hall"),
    ],
)
def test_what_a_row_is_about(hall, kind, block, title):
    titles = Titles(
        [(kind, {"subject": "hall"})] if kind != "passages" else [(kind, block)]
    )
    assert title_of(kind, block, titles) == title


def test_titles_are_fetched_once_for_each_kind(hall, django_assert_num_queries):
    rows = [WrittenRow(f"facts/{n}", {}, BLOCK) for n in range(5)]
    with django_assert_num_queries(2):  # subjects, and passages with their documents
        titles = titles_of_rows(rows)
        for row in rows:
            row_difference(row, titles)
