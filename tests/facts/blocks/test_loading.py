"""What loading adds, follows, keeps and lists; on a small content of its own."""

from __future__ import annotations

from time import process_time

import pytest
from django.db import transaction

from content.serialisers import FOLDERS, SERIALISERS
from facts.blocks import writing as writing_of_blocks
from facts.blocks.blocks import ContentError
from facts.blocks.files import dump_folders, read_folders
from facts.blocks.loading import COLLIDES, EDITED, GONE, MADE_HERE, load
from facts.guard import writing
from facts.models import Citation, Document, Fact, Passage
from parliament.models import Term
from tests import factories
from tests.conftest import remove_all_content

HALL = "subjects/hall.yaml"
PAPER = "documents/paper.yaml"
SIX_YEARS = "years: '6'\n    half_renewed_every: '3'"
EIGHT_YEARS = "years: '8'\n    half_renewed_every: '4'"


def load_from(root):
    return load(read_folders(root, FOLDERS))


def change(root, name, old, new):
    path = root / name
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def edit(queryset, **values):
    """Write past the fixtures, as a reviewed change does."""
    with writing():
        queryset.update(**values)


def term():
    return Fact.objects.get(key="hall-term")


def test_an_empty_database_gets_it_all(small):
    remove_all_content()
    report = load_from(small)
    assert report.added == [
        "document paper",
        "passages paper-2",
        "passages paper-1",
        "subject hall",
        "facts hall-seats",
        "facts hall-term",
    ]
    assert (report.changed, report.same, report.kept) == ([], 0, [])
    assert dump_folders(FOLDERS)[HALL] == (small / HALL).read_text(encoding="utf-8")


def test_loading_twice_changes_nothing(small):
    before = list(Fact.objects.values())
    report = load_from(small)
    assert (report.added, report.changed, report.kept) == ([], [], [])
    assert report.same == 6
    assert list(Fact.objects.values()) == before


def test_a_changed_fixture_changes_the_row(small):
    change(small, HALL, SIX_YEARS, EIGHT_YEARS)
    assert load_from(small).changed == ["facts hall-term"]
    assert term().term.years == 8
    assert term().says.startswith("Deputies serve 8 years.")
    assert term().version == 2


def test_an_edit_stays(small):
    edit(Term.objects.all(), years=10, half_renewed_every=5)
    assert load_from(small).kept == [("facts hall-term", EDITED)]
    assert term().term.years == 10


def test_an_edit_and_a_newer_fixture_collide_and_the_edit_stays(small):
    edit(Fact.objects.filter(key="hall-term"), act_en="an edit")
    change(small, HALL, SIX_YEARS, EIGHT_YEARS)
    assert load_from(small).kept == [("facts hall-term", COLLIDES)]
    assert (term().act_en, term().term.years) == ("an edit", 6)


def test_an_edit_that_the_fixture_takes_over_is_no_collision_any_more(small):
    edit(Fact.objects.filter(key="hall-seats"), act_en="an edit")
    change(small, HALL, "act_en: the first election", "act_en: an edit")
    assert load_from(small).kept == []
    change(small, HALL, "act_en: an edit", "act_en: another")
    assert load_from(small).changed == ["facts hall-seats"]


def test_an_edited_citation_counts_as_an_edit(small):
    with writing():
        Citation.objects.get(fact__key="hall-term").delete()
    assert load_from(small).kept == [("facts hall-term", EDITED)]


def test_a_row_made_here_with_the_key_of_a_fixture_stays(small):
    edit(Document.objects.all(), loaded_digest="", title_en="Mine")
    assert load_from(small).kept == [("document paper", MADE_HERE)]
    assert Document.objects.get(key="paper").title_en == "Mine"


def test_loading_never_deletes_but_lists(small):
    change(small, HALL, "- key: hall-seats", "- key: hall-seats-1996")
    report = load_from(small)
    assert report.added == ["facts hall-seats-1996"]
    assert report.kept == [("facts hall-seats", GONE)]
    assert Fact.objects.filter(key="hall-seats").exists()


def test_what_is_gone_and_retired_is_listed_no_more(small):
    change(small, HALL, "- key: hall-seats", "- key: hall-seats-1996")
    edit(Fact.objects.filter(key="hall-seats"), state="retired")
    assert load_from(small).kept == []


def test_what_editors_added_is_left_alone_in_silence(small):
    factories.FactFactory(key="made-by-an-editor")
    assert load_from(small).kept == []


def test_passages_stand_in_the_order_of_their_file(small):
    assert list(Passage.objects.values_list("key", flat=True)) == ["paper-2", "paper-1"]
    text = (small / PAPER).read_text(encoding="utf-8")
    head, second, first = text.split("- key: ")
    moved = f"{head}- key: {first}\n- key: {second.rstrip()}\n"
    (small / PAPER).write_text(moved, encoding="utf-8")
    load_from(small)
    assert list(Passage.objects.values_list("key", flat=True)) == ["paper-1", "paper-2"]


@pytest.mark.parametrize(
    ("old", "new", "complaint"),
    [
        ("passage: paper-1", "passage: nowhere", "no passage called “nowhere”"),
        ("start: '1996-01-01'", "start: banana", "no date we can read"),
        ("start: '1996-01-01'", "start: ''", "field cannot be blank"),
        ("way: list", "way: lottery", "lottery"),
        ("kind: single", "kind: circus", "circus"),
        ("years: '6'", "years: six", "integer"),
        ("years: '6'", "years: '06'", "write term as"),
        ("act_en: the first election", "remark: x", "nothing is called “remark”"),
        ("key: hall-seats", "key: hall-term", "two blocks are called"),
        ("key: hall\n", "key: hull\n", "must have the file's name"),
        ("name_en: Hall\n", "name_en: Hall\n  name_en: Twice\n", "stands here twice"),
        ("position: '1'\n    member", "position: [1]\n    member", "must be one text"),
        ("  citations:\n", "  citations: none\n  x:\n", "nothing is called"),
        ("end: '2008-01-01'", "end: '1995-01-01'", "ends before it begins"),
    ],
)
def test_a_fixture_that_cannot_be_loaded_loads_nothing(small, old, new, complaint):
    change(small, PAPER, "short_name_en: The paper", "short_name_en: Renamed")
    change(small, HALL, old, new)
    with pytest.raises(ContentError, match=complaint):
        load_from(small)
    assert not Document.objects.filter(short_name_en="Renamed").exists()


def many(number):
    """A copy of the small content's blocks with ``number`` more facts."""
    fact = {
        "subject": "hall",
        "aspect": "note-remark",
        "start": "1996",
        "sentence_en": "It is so.",
        "citations": [{"passage": "paper-1"}],
    }
    return [
        (SERIALISERS["facts"], [{"key": f"fact-{n}", **fact} for n in range(number)]),
    ]


def cost_of_loading(number):
    """Seconds of the processor that so many new facts take."""
    blocks = many(number)
    with transaction.atomic():
        start = process_time()
        load(blocks)
        cost = process_time() - start
        transaction.set_rollback(True)
    return cost


def test_five_times_the_facts_cost_about_five_times_as_much(small):
    cost_of_loading(20)
    few, lots = (min(cost_of_loading(n) for _ in range(2)) for n in (200, 1000))
    assert lots < 12 * few  # what is quadratic costs twenty-five times as much


def test_more_facts_than_a_database_takes_names_in_one_query(small, monkeypatch):
    monkeypatch.setattr(writing_of_blocks, "ROWS_AT_ONCE", 3)
    assert len(load(many(10)).added) == 10
    assert load(many(10)).same == 10


def test_progress_is_told_to_its_end(small):
    told = []
    load(many(10), lambda *words: told.append(words))
    assert told[9] == ("loading facts", 10, 10)
    assert told[-1] == ("loading what belongs to facts", 10, 10)


# --- the site's own content -----------------------------------------------------------


@pytest.mark.django_db
def test_the_fixtures_of_the_site_say_what_the_database_says(fixtures_copy):
    report = load_from(fixtures_copy)
    assert (report.added, report.changed, report.kept) == ([], [], [])
    assert report.same == sum(
        serialiser.model.objects.count() for serialiser in SERIALISERS.values()
    )


@pytest.mark.django_db
def test_a_renamed_subject_is_renamed_in_what_is_said_of_others(fixtures_copy):
    change(
        fixtures_copy, "subjects/kurultai.yaml", "name_en: Kurultai", "name_en: Assembly"
    )
    assert load_from(fixtures_copy).changed == ["subject kurultai"]
    said = Fact.objects.get(key="senate-succession-kurultai").says
    assert said == "The Assembly took the place of the Senate."
