"""Fixture files and the blocks that they hold."""

from __future__ import annotations

import pytest

from content.serialisers import FOLDERS
from facts.blocks.blocks import ContentError
from facts.blocks.files import dump_folders, read_folders
from tests import factories
from tests.facts.blocks.small import FACT, FOLDER, HALL, SUBJECT, TEXT


@pytest.fixture
def root(tmp_path):
    folder = tmp_path / "subjects"
    folder.mkdir()
    (folder / "hall.yaml").write_text(TEXT, encoding="utf-8")
    return tmp_path


def test_each_kind_of_block_comes_in_the_order_of_loading(root):
    heads, inside = read_folders(root, [FOLDER])
    assert heads == (SUBJECT, [HALL])
    serialiser, blocks = inside
    assert serialiser is FACT
    assert [(block["key"], block["subject"]) for block in blocks] == [("hall-name", "hall")]


def test_a_folder_that_is_not_there_is_an_error(tmp_path):
    with pytest.raises(ContentError, match=r"There is no folder .*/subjects"):
        read_folders(tmp_path, [FOLDER])


def test_an_empty_folder_holds_nothing(tmp_path):
    (tmp_path / "subjects").mkdir()
    assert read_folders(tmp_path, [FOLDER]) == [(SUBJECT, []), (FACT, [])]


@pytest.mark.parametrize("blocks", ["text", "[text]", "{a: text}", "[[]]"])
def test_what_is_no_list_of_blocks(root, blocks):
    text = f"subject:\n  key: hall\nfacts: {blocks}\n"
    (root / "subjects" / "hall.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(ContentError, match=r"hall\.yaml: facts is no list of blocks"):
        read_folders(root, [FOLDER])


def test_a_folder_with_the_name_of_a_file(root):
    (root / "subjects" / "wall.yaml").mkdir()
    with pytest.raises(ContentError, match=r"wall\.yaml: .*directory"):
        read_folders(root, [FOLDER])


@pytest.mark.django_db
def test_what_was_read_is_dumped_as_it_was(empty, root):
    subject = factories.SubjectFactory(**HALL)
    factories.FactFactory(
        key="hall-name",
        subject=subject,
        aspect="name",
        start="1996",
        sentence_en="It was called Hall.",
        citation=None,
    )
    assert dump_folders([FOLDER]) == {"subjects/hall.yaml": TEXT}


@pytest.mark.parametrize(
    ("old", "new", "complaint"),
    [
        ("key: hall\n", "key: hull\n", "hall.yaml: its subject must have the file's name"),
        ("subject:", "topic:", "hall.yaml: its subject must have the file's name"),
        ("facts:", "figures:", "hall.yaml: nothing is called “figures”"),
        ("aspect: name", "aspect: [name]", "“aspect” must be one text"),
        ("- key: hall-name\n  aspect", "- aspect", "facts: a block has no key"),
        (
            "facts:\n",
            "facts:\n- key: hall-name\n  aspect: term\n",
            "facts: two blocks are called hall-name",
        ),
        (TEXT, "a: [", "hall.yaml"),
        (TEXT, "- a list", "the file holds no mapping"),
    ],
)
def test_a_file_that_cannot_be_understood_is_refused(root, old, new, complaint):
    assert old in TEXT
    (root / "subjects/hall.yaml").write_text(TEXT.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(ContentError, match=complaint):
        read_folders(root, [FOLDER])


@pytest.mark.django_db
def test_dumping_the_content_gives_the_fixtures_byte_for_byte(fixtures_copy):
    files = {
        str(path.relative_to(fixtures_copy)): path.read_text(encoding="utf-8")
        for path in fixtures_copy.rglob("*.yaml")
    }
    assert dump_folders(FOLDERS) == files
