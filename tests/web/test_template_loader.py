from __future__ import annotations

from pathlib import Path

import pytest
from django.template import Context, Engine


def engine_of(folder: Path) -> Engine:
    return Engine(dirs=[str(folder)], loaders=["web.template_loader.Loader"])


def test_indentation_is_not_sent_and_no_line_is_lost(tmp_path):
    (tmp_path / "page.html").write_text(
        "<ul>\n  {% if x %}\n\t<li>two  words</li>\n  {% endif %}\n"
    )
    page = engine_of(tmp_path).get_template("page.html")
    assert page.render(Context({"x": 1})) == "<ul>\n\n<li>two  words</li>\n\n"


def test_white_space_that_a_variable_brings_is_kept(tmp_path):
    (tmp_path / "page.html").write_text("<pre>{{ text }}</pre>")
    page = engine_of(tmp_path).get_template("page.html")
    assert page.render(Context({"text": "a\n  b"})) == "<pre>a\n  b</pre>"


@pytest.mark.django_db
def test_pages_are_read_by_it(client):
    assert "\n  <" not in client.get("/en/about/").text
