"""The rules of the house hold, and each can be seen to fail."""

from __future__ import annotations

import subprocess
from functools import cache

import pytest
from django.conf import settings

from tests import house

SMALL: house.Files = {
    "facts/periods.py": "class Period:\n    def days(self):\n        return 1\n",
    "pages/views/home.py": "from facts.periods import Period\n",
    "tests/facts/test_periods.py": "def test_it():\n    assert True\n",
    "tests/pages/views/test_home.py": "def test_it():\n    assert True\n",
    "templates/pages/home.html": "<p>{{ fact.says }}</p>\n",
    "static/css/base.css": "p { margin: 0 }\n",
    **{pattern.replace("*", "web"): "" for pattern in house.NEEDS_NO_TEST},
}
"""A project that keeps every rule."""

BREACHES = [
    (house.long_files, "facts/periods.py", "x = 1\n" * 301),
    (house.long_files, "tests/facts/test_periods.py", "x = 1\n" * 401),
    (house.long_files, "templates/pages/home.html", "<p></p>\n" * 301),
    (house.long_files, "static/css/base.css", "p { margin: 0 }\n" * 301),
    (house.long_files, "static/js/site.js", "let x = 1;\n" * 301),
    (house.long_functions, "facts/periods.py", "def days():\n" + "    x = 1\n" * 50),
    (house.long_template_lines, "templates/pages/home.html", "<p>" + "x" * 160),
    (house.repeated_class_names, "web/on.py", "class Period:\n    pass\n"),
    (house.raw_language_columns, "templates/pages/home.html", "{{ fact.act_en }}"),
    (house.raw_language_columns, "pages/views/home.py", "print(fact.act_en)\n"),
    (house.circles, "facts/periods.py", "from pages.views.home import home\n"),
    (house.inner_imports, "facts/periods.py", "def days():\n    import re\n"),
    (house.faces_that_know_a_face, "bench/desk.py", "from pages.views import home\n"),
    (house.untested_modules, "facts/names.py", "x = 1\n"),
    (house.untested_modules, "bench/views/periods.py", "x = 1\n"),
]


@cache
def project() -> house.Files:
    """The files that git keeps, and those that it would: their texts by their paths."""
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard"],  # noqa: S607
        cwd=settings.BASE_DIR,
        capture_output=True,
        text=True,
        check=True,
    ).stdout.splitlines()
    endings = (".py", ".html", ".svg", ".css", ".js")
    paths = [path for path in listed if path.endswith(endings)]
    return {
        path: (settings.BASE_DIR / path).read_text(encoding="utf-8")
        for path in paths
        if (settings.BASE_DIR / path).exists()
    }


@pytest.mark.parametrize("rule", house.RULES, ids=lambda rule: rule.__name__)
def test_the_project_keeps_the_rule(rule):
    assert list(rule(project())) == []


@pytest.mark.parametrize("rule", house.RULES, ids=lambda rule: rule.__name__)
def test_a_project_that_keeps_it_is_let_alone(rule):
    assert list(rule(SMALL)) == []


@pytest.mark.parametrize(
    ("rule", "path", "text"), BREACHES, ids=lambda value: getattr(value, "__name__", "")
)
def test_a_breach_is_found(rule, path, text):
    assert list(rule({**SMALL, path: text})) != []


def test_every_rule_is_broken_once():
    broken = {rule for rule, _path, _text in BREACHES}
    assert broken == {*house.RULES} - {house.tests_without_a_module}
    without = {path: text for path, text in SMALL.items() if path != "config/wsgi.py"}
    assert list(house.tests_without_a_module(without)) != []
