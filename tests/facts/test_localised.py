from __future__ import annotations

from types import SimpleNamespace

from django.template import Context, Template
from django.utils.translation import override

from facts.localised import localised

ROW = SimpleNamespace(
    name_en="Senate", name_kk="Сенат", title_en="Upper house", title_kk=""
)


def test_the_active_language_is_read():
    with override("kk"):
        text = localised(ROW, "name")
    assert (text.value, text.language, text.is_fallback) == ("Сенат", "kk", False)


def test_an_empty_column_falls_back_and_says_so():
    with override("kk"):
        text = localised(ROW, "title")
    assert (text.value, text.language, text.is_fallback) == ("Upper house", "en", True)


def test_a_column_that_does_not_exist_yet_falls_back():
    with override("ru"):
        assert localised(ROW, "name").is_fallback


def test_english_is_no_fallback_in_english():
    with override("en"):
        assert not localised(ROW, "name").is_fallback


def test_a_page_marks_the_fallback():
    template = Template('{% load facts %}{% text row "title" %}')
    with override("kk"):
        assert (
            template.render(Context({"row": ROW})) == '<span lang="en">Upper house</span>'
        )
    with override("en"):
        assert template.render(Context({"row": ROW})) == "Upper house"
