"""The image of ``deploy/Dockerfile``: what its build does, done here without Docker."""

from __future__ import annotations

import re
import subprocess
import sys
import venv

import pytest
from django.conf import settings

from tests.deploy.servers import DEPLOY

LINES = (DEPLOY / "Dockerfile").read_text(encoding="utf-8").splitlines()
DOWNLOAD = (sys.executable, "-m", "pip", "--quiet", "download")
IGNORED = (settings.BASE_DIR / ".dockerignore").read_text(encoding="utf-8").split()


def said(instruction):
    return [line.partition(" ")[2] for line in LINES if line.startswith(f"{instruction} ")]


def test_what_it_copies_is_there_and_not_ignored():
    copied = [line.split()[0] for line in said("COPY") if not line.startswith("--from")]
    assert copied == ["requirements.txt", "deploy/wheels", "."]
    assert {".env", "var", ".git", ".venv"} <= set(IGNORED)
    assert not {"fixtures", "templates", "static", "locale", "deploy"} & set(IGNORED)


def test_it_serves_as_nobody_in_particular_and_is_asked_for_its_health():
    assert said("USER") == ["shanyraq"]
    assert any("/healthz" in line for line in said("HEALTHCHECK"))
    assert "prepare && exec gunicorn" in said("CMD")[0]


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    """The Python of an environment that was built as the image is: from wheels alone."""
    folder = tmp_path_factory.mktemp("image")
    requirements = settings.BASE_DIR / "requirements.txt"
    download = next(line for line in LINES if line.startswith("#   pip download"))
    assert "--dest deploy/wheels --requirement requirements.txt" in download
    subprocess.run(
        [*DOWNLOAD, "--dest", str(folder / "wheels"), "--requirement", str(requirements)],
        check=True,
        capture_output=True,
    )
    venv.create(folder / "venv", with_pip=True)
    (install,) = [line for line in said("RUN") if "pip install" in line]
    options = re.search(r"pip install (.*)$", install)[1]
    here = options.replace("/tmp/wheels", str(folder / "wheels"))  # noqa: S108
    here = here.replace("/tmp/requirements.txt", str(requirements))  # noqa: S108
    python = folder / "venv" / "bin" / "python"
    subprocess.run(
        [python, "-m", "pip", "install", *here.split()],
        env={"PIP_CONFIG_FILE": "/dev/null"},
        check=True,
        capture_output=True,
    )
    return python


def test_it_is_built_without_a_network_and_holds_all_that_the_site_needs(built, tmp_path):
    environment = {
        "SECRET_KEY": "x" * 60,
        "ALLOWED_HOSTS": "localhost",
        "DATABASE_URL": f"sqlite:///{tmp_path / 'db.sqlite3'}",
        "STATIC_ROOT": str(tmp_path / "static"),
    }
    for command in ("check", "collectstatic --noinput", "migrate --verbosity 0"):
        subprocess.run(
            [built, "manage.py", *command.split()],
            cwd=settings.BASE_DIR,
            env=environment,
            check=True,
            capture_output=True,
        )
    assert (tmp_path / "static-names" / "staticfiles.json").exists()
