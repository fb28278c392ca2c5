"""The digest that tells one version of the site from another."""

from __future__ import annotations

import pytest

from config.release import release_of

FILES = ("requirements.txt", "web/clock.py", "templates/home.html", "static/css/a.css")


@pytest.fixture
def root(tmp_path):
    for name in (*FILES, ".venv/lib/a.py", "tests/test_a.py", "var/db.txt"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("as it was")
    return tmp_path


@pytest.mark.parametrize("name", FILES)
def test_a_change_of_what_is_shown_makes_another_release(root, name):
    before = release_of(root)
    (root / name).write_text("changed")
    assert release_of(root) != before


def test_a_file_that_moved_makes_another_release(root):
    before = release_of(root)
    (root / "web/clock.py").rename(root / "web/clocks.py")
    assert release_of(root) != before


@pytest.mark.parametrize("name", [".venv/lib/a.py", "tests/test_a.py", "var/db.txt"])
def test_nothing_else_does(root, name):
    before = release_of(root)
    (root / name).write_text("changed")
    assert release_of(root) == before
