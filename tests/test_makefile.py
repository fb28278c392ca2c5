"""What `make run` does again, and what it leaves as it is."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest
from django.conf import settings

LATER = 4_000_000_000


@pytest.fixture
def steps(tmp_path):
    """The steps that `make run` would take, with all installed in a folder for tests."""
    (tmp_path / "bin").mkdir()
    for name in ("bin/python", ".ready-to-run"):
        (tmp_path / name).touch()

    def told() -> str:
        variables = (f"VENV={tmp_path}", f"STATIC_ROOT={tmp_path / 'static'}")
        done = subprocess.run(
            ["make", "--dry-run", *variables, "run"],  # noqa: S607
            cwd=settings.BASE_DIR,
            env={"PATH": os.environ["PATH"]},
            capture_output=True,
            text=True,
            check=True,
        )
        return done.stdout

    return told


@pytest.fixture
def collected(tmp_path) -> Path:
    """The list of the collected files, newer than any of them."""
    listed = tmp_path / "static-names" / "staticfiles.json"
    listed.parent.mkdir()
    listed.touch()
    os.utime(listed, (LATER, LATER))
    return listed


def test_the_first_time_static_files_are_collected(steps):
    assert "manage.py collectstatic" in steps()


def test_they_are_not_collected_again_while_nothing_changed(steps, collected):
    told = steps()
    assert "manage.py collectstatic" not in told
    assert "manage.py prepare" in told
    assert "gunicorn" in told
    assert "pip install" not in told


def test_they_are_collected_again_where_one_is_newer(steps, collected):
    os.utime(collected, (0, 0))
    assert "manage.py collectstatic" in steps()
