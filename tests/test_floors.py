"""What import-linter cannot see of the floors: relations by name, and templates."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from django.apps import apps
from django.conf import settings

FLOORS = {
    "facts": 0,
    "web": 0,
    "parliament": 1,
    "elections": 2,
    "content": 3,
    "pages": 4,
    "bench": 4,
}
TEMPLATES = settings.BASE_DIR / "templates"
# Folders of templates, by the floor whose pages they serve; the rest belongs to web.
FOLDERS = {
    "facts": 0,
    "charts": 0,
    "includes": 0,
    "parliament": 1,
    "elections": 2,
    "pages": 4,
    "bench": 4,
    "admin": 4,
}
USES = re.compile(r"""\{%\s*(?:include|extends)\s+"([^"]+)"|\{%\s*load\s+([^%]+)%\}""")
LIBRARIES = {"parliament": 1, "elections": 2, "bench": 4}


def ours():
    return [model for model in apps.get_models() if model._meta.app_label in FLOORS]


@pytest.mark.parametrize("model", ours(), ids=lambda model: model.__name__)
def test_a_relation_points_to_the_same_floor_or_below(model):
    own = model._meta.app_label
    for field in model._meta.get_fields():
        if field.is_relation and field.concrete:
            other = field.related_model._meta.app_label
            assert other == own or FLOORS.get(other, -1) < FLOORS[own], field


def test_web_has_no_models():
    assert list(apps.get_app_config("web").get_models()) == []


def floor_of(path: Path) -> int:
    folder = path.relative_to(TEMPLATES).parts[0]
    return FOLDERS.get(folder, 0)


@pytest.mark.parametrize(
    "path",
    sorted(TEMPLATES.rglob("*.*")),
    ids=lambda path: str(path.relative_to(TEMPLATES)),
)
def test_a_template_uses_templates_and_tags_of_its_floor_or_below(path):
    for name, libraries in USES.findall(path.read_text(encoding="utf-8")):
        if name:
            assert floor_of(TEMPLATES / name) <= floor_of(path), name
        for library in libraries.split():
            assert LIBRARIES.get(library, 0) <= floor_of(path), library


def test_no_app_reads_today_below_the_web():
    """Lower code takes the date; only the web floor asks the clock."""
    clock = re.compile(r"\b(?:date\.today|timezone\.(?:now|localdate)|datetime\.now)\(")
    for app in ("facts", "parliament", "elections", "content", "pages", "bench"):
        for path in (settings.BASE_DIR / app).rglob("*.py"):
            if "migrations" not in path.parts:
                assert not clock.search(path.read_text(encoding="utf-8")), path
