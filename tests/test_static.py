"""Rules that hold for every stylesheet and script, and for the pages that link them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from html.parser import HTMLParser
from pathlib import Path

import pytest
from django.conf import settings
from django.contrib import admin

from bench.changes.advice import AdviceLevel
from elections.charts import MARKS, UNSTATED
from parliament.charts import PATTERNS
from tests.test_every_page import addresses, answer

ROOT = settings.BASE_DIR
STYLES = {
    path.name: path.read_text(encoding="utf-8")
    for path in (ROOT / "static/css").glob("*.css")
}
SCRIPTS = {
    path.name: path.read_text(encoding="utf-8")
    for path in (ROOT / "static/js").glob("*.js")
}
FILES = STYLES | SCRIPTS
MOST_LINES = 300
MOST_LINKS = 9
SHOWS_EVERY_COMPONENT = "/en/styleguide/"


def texts(folder: Path, pattern: str) -> list[str]:
    return [path.read_text(encoding="utf-8") for path in sorted(folder.rglob(pattern))]


TEMPLATES = texts(ROOT / "templates", "*.html") + texts(ROOT / "templates", "*.svg")


def faults(text: str) -> list[str]:
    """What is wrong with a stylesheet or a script as a text."""
    found = {
        "too long": len(text.splitlines()) > MOST_LINES,
        "no comment first": not text.startswith(("/* ", "// ")),
        "important": "!important" in text,
    }
    return [fault for fault, is_so in found.items() if is_so]


# --- selectors ------------------------------------------------------------------------


def selectors(css: str) -> set[str]:
    """Every selector of a stylesheet, one by one, also those inside of ``@media``."""
    text = re.sub(r"/\*.*?\*/", "", css, flags=re.S)
    heads = [head.strip() for head in re.findall(r"[^{};]+(?=\{)", text)]
    return {
        " ".join(one.split())
        for head in heads
        if not head.startswith("@")
        for one in re.split(r",(?![^(]*\))", head)
    }


def classes(css: str) -> set[str]:
    """The classes that the selectors of a stylesheet name."""
    return {
        name for one in selectors(css) for name in re.findall(r"\.([a-z][\w-]*)", one, re.I)
    }


def needs(selector: str) -> set[str]:
    """The tags, the classes and the ids without which a selector matches nothing."""
    plain = re.sub(r":(?:is|not)\([^)]*\)|\[[^\]]*\]|::?[\w-]+", " ", selector)
    return set(re.findall(r"[.#]?[a-z][\w-]*", plain, re.I))


# --- who writes a class ---------------------------------------------------------------


def in_markup(text: str) -> set[str]:
    """The classes that a template, or text with tags in it, writes.

    What stands between two tags of a template counts, what a variable adds does not.
    """
    values = re.findall(r'\sclass="((?:\{[{%].*?[%}]\}|[^"])*)"', text)
    return words(re.sub(r"\{[{%].*?[%}]\}", " ", value) for value in values)


def in_script(text: str) -> set[str]:
    return words(re.findall(r'className = "([^"]*)"', text))


def words(several: Iterable[str]) -> set[str]:
    return {word for one in several for word in one.split()}


def of_django() -> set[str]:
    """What Django's own pages of the admin write, and its lists for our columns."""
    lists = [one.list_display for one in admin.site._registry.values()]
    body_classes = re.compile(r"block bodyclass %\}(?:\{\{.*?\}\})?([\w -]*)")
    own = texts(Path(admin.__file__).parent / "templates", "*.html")
    return (
        {f"field-{column}" for columns in lists for column in columns}
        | words(one for text in own for one in body_classes.findall(text))
        | {name for text in own for name in in_markup(text)}
    )


def written() -> set[str]:
    """Every class that a page can have."""
    apps = [path.parent for path in ROOT.glob("*/apps.py")]
    python = [text for app in apps for text in texts(app, "*.py")]
    return (
        {name for text in [*TEMPLATES, *python] for name in in_markup(text)}
        | {name for text in SCRIPTS.values() for name in in_script(text)}
        | words([*MARKS, UNSTATED, *PATTERNS.values(), *AdviceLevel.values])
        | of_django()
    )


# --- who links a stylesheet -----------------------------------------------------------


def linked(templates: Iterable[str]) -> set[str]:
    """The names of the stylesheets that templates link."""
    link = re.compile(r'<link rel="stylesheet" href="\{% static "css/([\w-]+\.css)" %\}"')
    return {name for text in templates for name in link.findall(text)}


class Page(HTMLParser):
    """What a page has: its tags, classes and ids, and the stylesheets it links."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.has: set[str] = set()
        self.links: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        given = dict(attrs)
        self.has.add(tag)
        self.has |= {f".{name}" for name in (given.get("class") or "").split()}
        self.has.add(f"#{given.get('id')}")
        if tag == "link" and given.get("rel") == "stylesheet":
            self.links.append(Path(given["href"]).name)


def lacking(page: Page, styles: Mapping[str, str]) -> set[tuple[str, str]]:
    """The selectors that find something on a page, in files that it does not link."""
    return {
        (name, selector)
        for name, css in styles.items()
        if name not in page.links and not name.startswith("bench-")
        for selector in selectors(css)
        if needs(selector) and needs(selector) <= page.has
    }


def moving(css: str) -> set[str]:
    """The selectors of a stylesheet whose rules let something move."""
    rules = re.findall(r"[^{}]+\{[^{}]*\}", re.sub(r"/\*.*?\*/", "", css, flags=re.S))
    moves = re.compile(r"[{;\s](transition|animation)[\w-]*:(?!\s*none)")
    return {one for rule in rules if moves.search(rule) for one in selectors(rule)}


# --- the rules ------------------------------------------------------------------------


@pytest.mark.parametrize("name", sorted(FILES))
def test_a_file_is_short_and_says_first_what_it_is_for(name):
    assert faults(FILES[name]) == []


def test_every_stylesheet_is_linked_and_every_link_leads_to_one():
    assert linked(TEMPLATES) == set(STYLES)


@pytest.mark.parametrize("name", sorted(STYLES))
def test_every_class_is_written_by_a_template_a_script_or_python(name):
    assert classes(STYLES[name]) - written() == set()


def test_what_moves_in_the_admin_is_stilled_for_those_who_ask():
    css = STYLES["bench-admin.css"]
    start = css.index("@media (prefers-reduced-motion: reduce) {")
    stilled = selectors(css[start : css.index("transition: none", start)])
    theirs = texts(Path(admin.__file__).parent / "static" / "admin" / "css", "*.css")
    moved = {one.replace('"', "") for text in theirs for one in moving(text)}
    assert moved
    assert moved <= {one.replace('"', "") for one in stilled}


@pytest.mark.django_db
@pytest.mark.parametrize("address", addresses())
def test_a_page_links_what_it_needs_and_not_much_more(address):
    page = Page(answer(address).text)
    assert lacking(page, STYLES) == set()
    assert len(page.links) <= MOST_LINKS or address == SHOWS_EVERY_COMPONENT


# --- that these rules can be broken ---------------------------------------------------


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("/* Why. */\n" * MOST_LINES, []),
        ("/* Why. */\n" * (MOST_LINES + 1), ["too long"]),
        ("p { top: 0 }\n", ["no comment first"]),
        ("/* Why. */\np { top: 0 !important }\n", ["important"]),
    ],
)
def test_the_faults_of_a_file(text, found):
    assert faults(text) == found


@pytest.mark.parametrize(
    ("css", "found"),
    [
        (".gone { color: red }", {"gone"}),
        ("a, p.old:hover,\n#x .older::before { top: 0 }", {"old", "older"}),
        ("@media print { .away > b { top: 0.5em } }", {"away"}),
        (".kept:is(.one, .other) { top: 0 }", {"kept", "one", "other"}),
        ("/* .said */ b { background: url(a.svg) }", set()),
    ],
)
def test_the_classes_of_a_stylesheet(css, found):
    assert classes(css) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ('<p class="one two">', {"one", "two"}),
        ('<p class="a{% if x == "no" %} b{% else %} c{% endif %}">', {"a", "b", "c"}),
        ('<p class="a {{ x.level }}">', {"a"}),
        ('<p data-class="a" id="b">', set()),
    ],
)
def test_the_classes_of_a_template(text, found):
    assert in_markup(text) == found


def test_the_classes_of_a_script():
    assert in_script('line.className = "count small"; const other = "none";') == {
        "count",
        "small",
    }


def test_a_class_of_words_that_only_stand_somewhere_is_not_written():
    assert not {"gone", "coverage", "happenings"} & written()


def test_the_links_of_templates():
    link = '<link rel="stylesheet" href="{% static "css/a-b.css" %}">'
    assert linked([link, "<p>"]) == {"a-b.css"}
    assert linked(['<link rel="icon" href="{% static "css/a-b.css" %}">']) == set()


@pytest.mark.parametrize(
    ("html", "found"),
    [
        ('<ul class="shares"><li>', {("new.css", ".shares li")}),
        ('<ul class="shares">', set()),
        ('<link rel="stylesheet" href="/s/new.css"><ul class="shares"><li>', set()),
        ("<select>", {("new.css", "select:not([multiple])")}),
        ('<p id="answer" class="matrix">', {("new.css", "#answer:has(.matrix)")}),
    ],
)
def test_what_a_page_lacks(html, found):
    css = ".shares li, select:not([multiple]), #answer:has(.matrix) { top: 0 }"
    assert lacking(Page(html), {"new.css": css, "bench-x.css": "p, li { top: 0 }"}) == found


def test_what_moves():
    css = "a, b:hover { transition: top 1s } i { transition: none } u { animation-name: x }"
    assert moving(css) == {"a", "b:hover", "u"}
