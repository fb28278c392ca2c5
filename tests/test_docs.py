"""Documentation is part of the code: what exists is described."""

from __future__ import annotations

import re

import pytest
from django.apps import apps
from django.conf import settings
from django.core.management import get_commands

from tests.test_every_page import names
from tests.test_floors import FLOORS

ROOT = settings.BASE_DIR
DOCS = "\n".join(path.read_text(encoding="utf-8") for path in (ROOT / "docs").rglob("*.md"))
README = (ROOT / "README.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("app", [*FLOORS, "config"])
def test_every_app_is_on_the_map(app):
    assert f"`{app}/`" in README
    assert re.search(rf"\b{app}\b", DOCS)


@pytest.mark.parametrize("name", sorted(names()))
def test_every_address_is_described(name):
    assert f"`{name}`" in DOCS


@pytest.mark.parametrize(
    "model",
    [model.__name__ for app in FLOORS for model in apps.get_app_config(app).get_models()],
)
def test_every_model_is_described(model):
    assert f"`{model}`" in DOCS


@pytest.mark.parametrize(
    "command", sorted(name for name, app in get_commands().items() if app in FLOORS)
)
def test_every_command_is_described(command):
    assert f"`{command}`" in DOCS


def test_every_setting_is_in_the_example():
    example = (ROOT / ".env.example").read_text(encoding="utf-8")
    for path in (ROOT / "config" / "settings.py", ROOT / "config" / "gunicorn.py"):
        for name in re.findall(
            r'env\.\w+\(\s*"([A-Z_]+)"', path.read_text(encoding="utf-8")
        ):
            assert re.search(rf"^{name}=", example, re.M), name


def test_every_target_of_make_is_in_its_help():
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    phony = re.search(r"^\.PHONY: (.+)$", makefile, re.M)
    assert phony
    for target in phony[1].split():
        assert re.search(rf"^{target}:.*## \S", makefile, re.M), target


def test_every_link_of_the_docs_leads_somewhere():
    pages = [
        *ROOT.glob("*.md"),
        *(ROOT / "docs").rglob("*.md"),
        ROOT / "fixtures/README.md",
    ]
    assert len(pages) >= 12
    for page in pages:
        for link in re.findall(r"\]\(([^)#]+)\)", page.read_text(encoding="utf-8")):
            assert link.startswith("https://") or (page.parent / link).exists(), link


def test_every_decision_is_listed():
    index = (ROOT / "docs/decisions/README.md").read_text(encoding="utf-8")
    for page in (ROOT / "docs/decisions").glob("0*.md"):
        assert page.name in index


def test_the_map_of_tasks_leads_to_files_that_exist():
    contributing = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    paths = re.findall(r"^\| .+ \| `([^`]+)` \|$", contributing, re.M)
    assert len(paths) >= 25
    for path in paths:
        assert (ROOT / path).exists(), path
