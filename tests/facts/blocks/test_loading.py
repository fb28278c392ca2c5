from __future__ import annotations

import pytest

from content.serialisers import FOLDERS
from facts.blocks.blocks import ContentError
from facts.blocks.files import dump_folders, read_folders
from facts.blocks.loading import COLLIDES, EDITED, GONE, MADE_HERE, load
from facts.guard import writing
from facts.models import Citation, Document, Fact, Passage
from parliament.models import Term
from tests import factories

pytestmark = pytest.mark.django_db
SENATE = "subjects/senate.yaml"


def load_from(root):
    return load(read_folders(root, FOLDERS))


def edit(root, name, old, new):
    path = root / name
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_loading_twice_changes_nothing(fixtures_copy):
    before = list(Fact.objects.values())
    report = load_from(fixtures_copy)
    assert (report.added, report.changed, report.kept) == ([], [], [])
    assert report.same > 600
    assert list(Fact.objects.values()) == before


def test_loading_and_dumping_gives_identical_bytes(fixtures_copy):
    files = {
        str(path.relative_to(fixtures_copy)): path.read_text(encoding="utf-8")
        for path in fixtures_copy.rglob("*.yaml")
    }
    assert dump_folders(FOLDERS) == files


def test_an_empty_database_gets_it_all(empty, fixtures_copy):
    report = load_from(fixtures_copy)
    assert len(report.added) > 600
    assert not report.changed
    assert not report.kept
    assert load_from(fixtures_copy).added == []


def test_a_changed_fixture_changes_the_row(fixtures_copy):
    edit(
        fixtures_copy,
        SENATE,
        "years: '6'\n    half_renewed_every: '3'",
        "years: '8'\n    half_renewed_every: '4'",
    )
    report = load_from(fixtures_copy)
    assert report.changed == ["facts senate-term-1998"]
    fact = Fact.objects.get(key="senate-term-1998")
    assert fact.term.years == 8
    assert fact.says.startswith("Senators serve 8 years.")
    assert fact.version == 2


def test_a_renamed_subject_is_renamed_in_what_is_said_of_others(fixtures_copy):
    edit(fixtures_copy, "subjects/kurultai.yaml", "name_en: Kurultai", "name_en: Assembly")
    assert load_from(fixtures_copy).changed == ["subject kurultai"]
    said = Fact.objects.get(key="senate-succession-kurultai").says
    assert said == "The Assembly took the place of the Senate."


def test_an_edit_stays(fixtures_copy):
    with writing():
        Term.objects.filter(fact__key="senate-term-1998").update(
            years=10, half_renewed_every=5
        )
    report = load_from(fixtures_copy)
    assert report.kept == [("facts senate-term-1998", EDITED)]
    assert Term.objects.get(fact__key="senate-term-1998").years == 10


def test_an_edit_and_a_newer_fixture_collide_and_the_edit_stays(fixtures_copy):
    with writing():
        Fact.objects.filter(key="senate-term-1998").update(act_en="an edit")
    edit(
        fixtures_copy,
        SENATE,
        "years: '6'\n    half_renewed_every: '3'",
        "years: '8'\n    half_renewed_every: '4'",
    )
    report = load_from(fixtures_copy)
    assert report.kept == [("facts senate-term-1998", COLLIDES)]
    fact = Fact.objects.get(key="senate-term-1998")
    assert (fact.act_en, fact.term.years) == ("an edit", 6)


def test_an_edit_that_the_fixture_takes_over_is_no_collision_any_more(fixtures_copy):
    with writing():
        Fact.objects.filter(key="majilis-term-1995").update(act_en="an edit")
    edit(
        fixtures_copy,
        "subjects/majilis.yaml",
        "act_en: the Constitution of 1995",
        "act_en: an edit",
    )
    assert load_from(fixtures_copy).kept == []
    edit(fixtures_copy, "subjects/majilis.yaml", "act_en: an edit", "act_en: another")
    assert load_from(fixtures_copy).changed == ["facts majilis-term-1995"]


def test_an_edited_citation_counts_as_an_edit(fixtures_copy):
    with writing():
        Citation.objects.filter(fact__key="senate-term-1998").first().delete()
    assert load_from(fixtures_copy).kept == [("facts senate-term-1998", EDITED)]


def test_a_row_made_here_with_the_key_of_a_fixture_stays(fixtures_copy):
    with writing():
        Document.objects.filter(key="ipu-1995").update(loaded_digest="", title_en="Mine")
    assert load_from(fixtures_copy).kept == [("document ipu-1995", MADE_HERE)]
    assert Document.objects.get(key="ipu-1995").title_en == "Mine"


def test_loading_never_deletes_but_lists(fixtures_copy):
    (fixtures_copy / "documents" / "stratfor-2026.yaml").unlink()
    report = load_from(fixtures_copy)
    assert ("document stratfor-2026", GONE) in report.kept
    assert Document.objects.filter(key="stratfor-2026").exists()


def test_what_editors_added_is_left_alone_in_silence(fixtures_copy):
    factories.FactFactory(key="made-by-an-editor")
    assert load_from(fixtures_copy).kept == []


def test_passages_stand_in_the_order_of_their_file(fixtures_copy):
    keys = Passage.objects.filter(document__key="senate-article").values_list(
        "key", flat=True
    )
    assert list(keys[:3]) == [f"senate-article-lead-{n}" for n in (1, 2, 3)]


@pytest.mark.parametrize(
    ("old", "new", "complaint"),
    [
        ("passage: ipu-1995-4", "passage: nowhere", "no passage called “nowhere”"),
        ("start: '1995-12-05'", "start: banana", "no date we can read"),
        ("way: councils", "way: lottery", "lottery"),
        ("kind: chamber", "kind: circus", "circus"),
        ("years: '6'", "years: six", "integer"),
        ("years: '6'", "years: '06'", "write term as"),
        (
            "act_en: the first election of senators",
            "remark: x",
            "nothing is called “remark”",
        ),
        ("key: senate-seats-1995", "key: senate-seats-1999", "two blocks are called"),
        ("key: senate\n", "key: senat\n", "must have the file's name"),
        ("name_en: Senate\n", "name_en: Senate\n  name_en: Twice\n", "stands here twice"),
        ("position: '2'\n    member", "position: [1]\n    member", "must be one text"),
        ("  citations:\n", "  citations: none\n  x:\n", "nothing is called"),
        ("start: '2007-08-29'", "start: '2019-08-29'", "ends before it begins"),
    ],
)
def test_a_fixture_that_cannot_be_loaded_loads_nothing(fixtures_copy, old, new, complaint):
    edit(fixtures_copy, "documents/ipu-1995.yaml", "IPU, election of 1995", "Renamed")
    edit(fixtures_copy, SENATE, old, new)
    with pytest.raises(ContentError, match=complaint):
        load_from(fixtures_copy)
    assert not Document.objects.filter(short_name_en="Renamed").exists()


def test_a_file_that_is_no_yaml(fixtures_copy):
    (fixtures_copy / SENATE).write_text("a: [", encoding="utf-8")
    with pytest.raises(ContentError, match=r"senate\.yaml"):
        load_from(fixtures_copy)


def test_a_file_with_a_section_nobody_knows(fixtures_copy):
    with (fixtures_copy / SENATE).open("a", encoding="utf-8") as file:
        file.write("\nextras:\n  - key: x\n")
    with pytest.raises(ContentError, match="extras"):
        load_from(fixtures_copy)
