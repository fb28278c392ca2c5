"""The fixtures are loaded where something changed, and left alone where nothing did."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from content import loading
from content.loading import digest_of, load_fixtures
from content.models import LastLoad
from facts.blocks.blocks import ContentError
from facts.blocks.loading import EDITED
from facts.edition import number_now, raise_edition
from facts.guard import writing
from facts.models import Fact

pytestmark = pytest.mark.django_db
SENATE = "subjects/senate.yaml"


def change(root, old, new):
    path = root / SENATE
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def reads_and_writes(root):
    """What a load reports, and the queries that it asked."""
    with CaptureQueriesContext(connection) as asked:
        report = load_fixtures(root)
    return report, [query["sql"] for query in asked]


def test_where_nothing_changed_nothing_is_read_or_written(fixtures_copy):
    report = load_fixtures(fixtures_copy)
    edition = number_now()
    again, queries = reads_and_writes(fixtures_copy)
    assert again == report
    assert (again.added, again.changed, again.kept) == ([], [], [])
    assert len(queries) == 2
    assert all(query.startswith("SELECT") for query in queries)
    assert number_now() == edition


@pytest.mark.parametrize(
    "mend",
    [
        lambda root: change(root, "1998", "1999"),
        lambda root: (root / SENATE).rename(root / "subjects" / "senat.yaml"),
        lambda root: (root / SENATE).unlink(),
        lambda root: (root / "subjects" / "new.yaml").write_text("", encoding="utf-8"),
    ],
)
def test_each_byte_and_each_file_of_the_fixtures_counts(fixtures_copy, mend):
    before = digest_of(fixtures_copy)
    mend(fixtures_copy)
    assert digest_of(fixtures_copy) != before


def test_where_the_fixtures_stand_does_not_count(fixtures_copy, settings):
    assert digest_of(fixtures_copy) == digest_of(settings.FIXTURES_ROOT)


def test_another_version_of_the_program_loads_again(fixtures_copy, tmp_path, monkeypatch):
    before = digest_of(fixtures_copy)
    (tmp_path / "requirements.txt").write_text("Django==6.0\n", encoding="utf-8")
    monkeypatch.setattr(loading.settings, "BASE_DIR", tmp_path)
    assert digest_of(fixtures_copy) != before


def test_a_changed_fixture_is_loaded(fixtures_copy):
    load_fixtures(fixtures_copy)
    change(fixtures_copy, "name_en: Senate", "name_en: Upper house")
    assert load_fixtures(fixtures_copy).changed == ["subject senate"]
    assert load_fixtures(fixtures_copy).changed == []


def test_what_editors_published_is_listed_with_each_load(fixtures_copy):
    load_fixtures(fixtures_copy)
    with writing():
        raise_edition()
        Fact.objects.filter(key="senate-term-1998").update(act_en="an edit")
    kept = [("facts senate-term-1998", EDITED)]
    assert load_fixtures(fixtures_copy).kept == kept
    assert load_fixtures(fixtures_copy).kept == kept


def test_a_load_that_failed_is_none(fixtures_copy):
    change(fixtures_copy, "name_en: Senate", "name_en: Upper house")
    change(fixtures_copy, "start: '1995", "start: 'banana")
    before = list(LastLoad.objects.values())
    for _time in range(2):
        with pytest.raises(ContentError):
            load_fixtures(fixtures_copy)
    assert list(LastLoad.objects.values()) == before


def test_a_load_that_is_cut_off_at_its_end_is_none(fixtures_copy, monkeypatch):
    change(fixtures_copy, "name_en: Senate", "name_en: Upper house")

    def die(**_kwargs):
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(LastLoad.objects, "update_or_create", die)
        with pytest.raises(KeyboardInterrupt):
            load_fixtures(fixtures_copy)
    assert load_fixtures(fixtures_copy).changed == ["subject senate"]
