from __future__ import annotations

from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from facts.edition import raise_edition
from facts.guard import writing
from facts.models import Fact
from tests import factories

pytestmark = pytest.mark.django_db


def run(*args, **options):
    out = StringIO()
    call_command(*args, stdout=out, **options)
    return out.getvalue()


def test_loading_says_what_it_did(fixtures_copy):
    assert "0 added, 0 changed" in run("load_content", root=fixtures_copy)


def edit():
    """Write a fact as publishing does: the content has a new edition then."""
    with writing():
        raise_edition()
        Fact.objects.filter(key="senate-term-1998").update(act_en="an edit")


def test_loading_names_each_time_what_it_left_alone_and_why():
    edit()
    for _time in range(2):
        out = run("load_content")
        assert "left alone: facts senate-term-1998: edited here since it was loaded" in out


def test_preparing_loads_too(empty):
    run("prepare")
    assert Fact.objects.filter(key="senate-term-1998").exists()


def test_loading_names_what_it_added(empty):
    out = run("load_content", verbosity=2)
    assert "added: facts senate-term-1998" in out


def test_a_broken_fixture_ends_in_one_sentence(fixtures_copy):
    (fixtures_copy / "subjects" / "senate.yaml").write_text("x", encoding="utf-8")
    with pytest.raises(CommandError, match="Nothing was loaded"):
        run("load_content", root=fixtures_copy)


def test_dumping_writes_only_what_differs(fixtures_copy):
    assert ", 0 of them written" in run("dump_content", root=fixtures_copy)
    with writing():
        Fact.objects.filter(key="senate-term-1998").update(act_en="an edit")
    assert ", 1 of them written" in run("dump_content", root=fixtures_copy)


def test_dumping_into_an_empty_folder(tmp_path, fixtures_copy):
    run("dump_content", root=tmp_path / "new")
    for path in fixtures_copy.rglob("*.yaml"):
        new = tmp_path / "new" / path.relative_to(fixtures_copy)
        assert new.read_bytes() == path.read_bytes()


def test_checking_lists_breaches_and_fails():
    assert "0 breaches" in run("check_content")
    factories.FactFactory(citation=None, key="bare")
    with pytest.raises(SystemExit) as stop:
        run("check_content")
    assert stop.value.code == 1
