"""Rules that hold for every template, read as text."""

from __future__ import annotations

import re

import pytest
from django.conf import settings
from django.template.loader import get_template

ROOT = settings.BASE_DIR / "templates"
FILES = sorted(path for path in ROOT.rglob("*.*"))
PAGES = [path for path in FILES if path.suffix == ".html" and not path.name.startswith("_")]


CONTROL = re.compile(r"\{% (if|elif|else|endif|for|empty|endfor|with|endwith)\b")
SIDE_BY_SIDE = re.compile(
    r"</\w+>\s*(?:\{%[^%]*%\}\s*)*"
    r"<(?:article|aside|d[dlt]|details|div|fieldset|figure|form|h\d|li|nav|ol|option|p|"
    r"section|summary|t[drh]|table|tbody|tfoot|thead|ul)\b"
)
LONGEST_LINE = 160
MOST_LINES = 300


def packed(line: str) -> bool:
    """Whether a line holds what could stand on lines of its own.

    A line may open one block of {% if %}, {% for %} or {% with %}, or go on with one, or
    end one; or it holds one block whole. No block of HTML begins beside another.
    """
    tags = CONTROL.findall(line)
    is_whole = len(tags) == 2 and tags[1] == f"end{tags[0]}"
    return (len(tags) > 1 and not is_whole) or bool(SIDE_BY_SIDE.search(line))


def name(path):
    return str(path.relative_to(ROOT))


every_file = pytest.mark.parametrize("path", FILES, ids=name)


def test_they_are_all_here():
    assert len(FILES) >= 24


@every_file
def test_it_can_be_read(path):
    get_template(name(path))


@every_file
def test_nothing_stands_inline_that_the_policy_forbids(path):
    text = path.read_text(encoding="utf-8")
    assert not re.search(r"\sstyle=|<style|\son[a-z]+=|javascript:", text)
    assert not re.search(r"<script(?![^>]*\ssrc=)", text)


@every_file
def test_htmx_attributes_are_valid_html_and_have_a_fallback(path):
    text = path.read_text(encoding="utf-8")
    assert not re.search(r"\shx-", text)
    for tag in re.findall(r"<[a-z]+[^>]*data-hx-get=[^>]*>", text):
        # What a typed key stands for comes with the next save too.
        is_of_a_field = 'class="in-view"' in tag
        assert "href=" in tag or "action=" in tag or is_of_a_field


@pytest.mark.parametrize("path", PAGES, ids=name)
def test_a_page_has_a_title_of_its_own(path):
    text = path.read_text(encoding="utf-8")
    is_of_the_admin = '{% extends "admin/' in text  # its view hands the title over
    assert "{% block title %}" in text or "<title>" in text or is_of_the_admin


@every_file
def test_every_word_of_the_interface_can_be_translated(path):
    """Words between tags stand in translate or blocktranslate, or come from content."""
    if path.name == "500.html":
        return  # what failed may fail again: that page asks for nothing
    text = path.read_text(encoding="utf-8")
    text = re.sub(r"\{% blocktranslate.*?endblocktranslate %\}", "", text, flags=re.S)
    text = re.sub(r"\{[%{#].*?[%}#]\}", "", text, flags=re.S)
    text = re.sub(r"<[^>]*>", "", text)
    words = re.sub(r"[ΆA-Za-z]*[Ә-ӿÄ-ſ][^\n]*", "", text)  # the styleguide's Kazakh letters
    assert not re.findall(r"[A-Za-z]{3,}", words)


@every_file
def test_its_lines_can_be_read_in_a_diff(path):
    lines = path.read_text(encoding="utf-8").split("\n")
    assert [line for line in lines if len(line) > LONGEST_LINE] == []
    assert [line for line in lines if packed(line)] == []
    assert len(lines) <= MOST_LINES


@pytest.mark.parametrize(
    "line",
    [
        "{% if one %}<p>{{ one }}</p>{% else %}<p>none</p>{% endif %}",
        "{% endif %}{% if other %}<section>",
        "{% for one in all %}{% if one.day %}{{ one.day }}",
        "{{ one }}{% if a %}, {{ a }}{% endif %}{% if b %}, {{ b }}{% endif %}",
        "<tr><th>{{ one }}</th><td>{{ other }}</td></tr>",
        "</ul>{% endif %}<p>{{ one }}</p>",
    ],
)
def test_a_packed_line_is_found(line):
    assert packed(line)


@pytest.mark.parametrize(
    "line",
    [
        "{% if one %}",
        "{% else %}",
        '<li{% if one %} class="shown"{% endif %}>',
        "{{ one }}{% if not forloop.last %},{% endif %}",
        '<p><a href="{{ one }}">{{ other }}</a></p>',
    ],
)
def test_a_line_of_its_own_is_not(line):
    assert not packed(line)
