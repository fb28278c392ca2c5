from __future__ import annotations

from types import SimpleNamespace

from django.template import Context, Template
from django.utils.translation import override

from facts.localised import (
    Text,
    column,
    english_columns,
    localised,
    localised_in,
    localised_names,
)
from facts.models import Fact, Subject

ROW = SimpleNamespace(
    name_en="Senate", name_kk="Сенат", title_en="Upper house", title_kk=""
)


def test_the_active_language_is_read():
    with override("kk"):
        text = localised(ROW, "name")
    assert (str(text), text.language, text.is_fallback) == ("Сенат", "kk", False)


def test_an_empty_column_falls_back_and_says_so():
    with override("kk"):
        text = localised(ROW, "title")
    assert (str(text), text.language, text.is_fallback) == ("Upper house", "en", True)


def test_a_column_that_does_not_exist_yet_falls_back():
    with override("ru"):
        assert localised(ROW, "name").is_fallback


def test_english_is_no_fallback_in_english():
    with override("en"):
        assert not localised(ROW, "name").is_fallback


def test_a_page_marks_the_fallback():
    template = Template("{% load facts %}{{ text }}|{{ text|plain }}|{{ text|capfirst }}")
    context = {"text": Text("a < b", "en", is_fallback=True)}
    marked, *others = template.render(Context(context)).split("|")
    assert marked == '<span lang="en">a &lt; b</span>'
    assert others == ["a &lt; b", "A &lt; b"]
    context = {"text": Text("a < b", "en")}
    assert template.render(Context(context)).startswith("a &lt; b|")


def test_a_model_reads_its_columns_as_one_attribute():
    subject = Subject(name_en="Senate")
    assert subject.name == "Senate"
    assert not subject.name.is_fallback
    with override("kk"):
        assert subject.name.is_fallback


def test_a_block_is_read_likewise():
    with override("kk"):
        assert localised_in({"name_kk": "Сенат", "name_en": "Senate"}, "name") == "Сенат"
        assert localised_in({"name_en": "Senate"}, "name").is_fallback
    assert localised_in({}, "name") == ""


def test_the_database_is_asked_for_a_column_that_is_there():
    with override("kk"):
        assert column(Subject, "name") == "name_en"


def test_the_names_of_the_texts_of_a_model():
    assert localised_names(Fact) == ["sentence", "working", "act"]
    assert localised_names(Subject) == ["name"]


def test_what_is_written_in_english_stands_in_english_columns():
    assert english_columns(name="Senate", act="") == {"name_en": "Senate", "act_en": ""}
    assert Subject(**english_columns(name="Senate")).name == "Senate"
