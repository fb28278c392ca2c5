"""The rules of the house, as plain functions over the text of its files.

Each takes the files of the project, ``{path: text}`` with paths from its root, and answers
what breaks the rule, a line for each breach. ``tests/test_house.py`` asks them of the
project, and of a small made-up one that breaks each.
"""

from __future__ import annotations

import ast
import re
import tomllib
from collections import defaultdict
from collections.abc import Iterable, Iterator
from fnmatch import fnmatch
from functools import cache
from pathlib import Path, PurePosixPath

Files = dict[str, str]

APPS = (
    "config",
    "facts",
    "web",
    "parliament",
    "elections",
    "content",
    "pages",
    "bench",
    "classroom",
)
FACES = ("bench", "classroom", "pages")
PYPROJECT = Path(__file__).resolve().parent.parent / "pyproject.toml"
LIMITS = tomllib.loads(PYPROJECT.read_text(encoding="utf-8"))["tool"]["house"]
MOST_LINES = LIMITS["lines-of-a-file"]
MOST_TEST_LINES = LIMITS["lines-of-a-test-file"]
MOST_FUNCTION_LINES = LIMITS["lines-of-a-function"]
MOST_TEMPLATE_COLUMNS = LIMITS["columns-of-a-template"]

MAY_NAME_COLUMNS = (
    "*/models.py",
    "*/models/*.py",
    "*/migrations/*.py",
    "*/serialisers.py",
    "*/admin.py",  # what a list shows and searches
    "*/forms/*.py",
    "facts/localised.py",
    "tests/*",
)
"""Where a column of one language may be named: ``summary_en``."""

NEEDS_NO_TEST: dict[str, str] = {
    "*/__init__.py": "names what a package offers",
    "*/apps.py": "names the app",
    "*/urls.py": "lists addresses; tests/test_every_page.py asks each",
    "*/migrations/*.py": "tests/test_upgrade.py runs them",
    "*/serialisers.py": "lists columns; loading and dumping the fixtures uses each",
    "*/aspects.py": "lists kinds; tests/content/test_aspect_groups.py walks them",
    "*/management/commands/*.py": "tests of commands and of the bench run them",
    "bench/changes/states.py": "lists states; test_permissions.py walks them",
    "config/wsgi.py": "wiring",
    "content/backup.py": "tests/bench/test_backup.py runs it on the running site",
    "config/gunicorn.py": "wiring; the running site of the bench's tests uses it",
    "config/urls.py": "wiring",
}
"""Modules that decide nothing, and why a test file of their own would be empty."""


def is_python(path: str) -> bool:
    return path.endswith(".py")


def is_own_code(path: str) -> bool:
    """Whether a file is Python of the site itself: no test, no migration."""
    inside = path.split("/")
    return is_python(path) and inside[0] in APPS and "migrations" not in inside


def matches(path: str, patterns: Iterable[str]) -> bool:
    return any(fnmatch(path, pattern) for pattern in patterns)


@cache
def parsed(text: str) -> ast.Module:
    return ast.parse(text)


# --- sizes ----------------------------------------------------------------------------


def long_files(files: Files) -> Iterator[str]:
    """Files of code that are too long to be read at once."""
    for path, text in files.items():
        is_front = path.startswith(("templates/", "static/"))
        is_code = is_python(path) and "/migrations/" not in path
        if not is_code and not (
            is_front and path.endswith((".html", ".svg", ".css", ".js"))
        ):
            continue
        most = MOST_TEST_LINES if path.startswith("tests/") else MOST_LINES
        if (count := len(text.splitlines())) > most:
            yield f"{path}: {count} lines"


def long_functions(files: Files) -> Iterator[str]:
    """Functions outside the tests that are too long."""
    for path, text in files.items():
        if not is_own_code(path):
            continue
        for node in ast.walk(parsed(text)):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                lines = (node.end_lineno or node.lineno) - node.lineno + 1
                if lines > MOST_FUNCTION_LINES:
                    yield f"{path}: {node.name} has {lines} lines"


def long_template_lines(files: Files) -> Iterator[str]:
    """Lines of templates that no difference can show."""
    for path, text in files.items():
        if path.startswith("templates/"):
            for number, line in enumerate(text.splitlines(), 1):
                if len(line) > MOST_TEMPLATE_COLUMNS:
                    yield f"{path}:{number}: {len(line)} characters"


# --- names ----------------------------------------------------------------------------


def repeated_class_names(files: Files) -> Iterator[str]:
    """Names of top-level classes that stand in two places; Django's commands must."""
    places: dict[str, list[str]] = defaultdict(list)
    for path, text in files.items():
        if is_own_code(path):
            for node in parsed(text).body:
                if isinstance(node, ast.ClassDef):
                    places[node.name].append(path)
    for name, paths in places.items():
        if len(paths) > 1 and name != "Command":
            yield f"class {name}: {', '.join(paths)}"


def raw_language_columns(files: Files) -> Iterator[str]:
    """Columns of one language that are named outside the lookup."""
    for path, text in files.items():
        is_looked_at = path.startswith("templates/") or is_own_code(path)
        if is_looked_at and not matches(path, MAY_NAME_COLUMNS):
            for name in sorted(set(re.findall(r"\b[a-z_]+_en\b", text))):
                yield f"{path}: {name}"


# --- who knows whom -------------------------------------------------------------------


def imports_of(path: str, files: Files) -> set[str]:
    """The files of the project that a Python file imports."""
    found = set()
    for node in ast.walk(parsed(files[path])):
        names: list[str] = []
        if isinstance(node, ast.ImportFrom) and node.module and not node.level:
            names = [node.module, *(f"{node.module}.{alias.name}" for alias in node.names)]
        elif isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        for name in names:
            stem = name.replace(".", "/")
            found |= {one for one in (f"{stem}.py", f"{stem}/__init__.py") if one in files}
    return found - {path}


def circles(files: Files) -> Iterator[str]:
    """Groups of files that import one another in a circle."""
    graph = {path: imports_of(path, files) for path in files if is_own_code(path)}
    reached = {path: _reached(path, graph) for path in graph}
    seen: set[frozenset[str]] = set()
    for path in graph:
        circle = frozenset(other for other in reached[path] if path in reached[other])
        if circle and circle not in seen:
            seen.add(circle)
            yield f"circle: {', '.join(sorted(circle))}"


def _reached(start: str, graph: dict[str, set[str]]) -> set[str]:
    reached: set[str] = set()
    waiting = [start]
    while waiting:
        for path in graph.get(waiting.pop(), set()) - reached:
            reached.add(path)
            waiting.append(path)
    return reached


def inner_imports(files: Files) -> Iterator[str]:
    """Imports that stand inside a function: they hide a circle."""
    for path, text in files.items():
        if is_own_code(path):
            for node in ast.walk(parsed(text)):
                if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                    inside = (ast.Import, ast.ImportFrom)
                    if any(isinstance(one, inside) for one in ast.walk(node)):
                        yield f"{path}: {node.name} imports"


def faces_that_know_a_face(files: Files) -> Iterator[str]:
    """Files of one face that import another face."""
    for path in files:
        own = path.split("/")[0]
        if is_own_code(path) and own in FACES:
            for other in sorted({one.split("/")[0] for one in imports_of(path, files)}):
                if other in FACES and other != own:
                    yield f"{path} imports {other}"


# --- tests ----------------------------------------------------------------------------


def untested_modules(files: Files) -> Iterator[str]:
    """Modules without a test file of their name at the same place below ``tests/``.

    The tests of a module may be several files: ``test_moves.py``, ``test_moves_twice.py``.
    """
    for path in files:
        if not is_own_code(path) or matches(path, NEEDS_NO_TEST):
            continue
        place = PurePosixPath("tests") / PurePosixPath(path).parent
        name = PurePosixPath(path).stem.removeprefix("_")
        pattern = re.compile(rf"{re.escape(f'{place}/test_{name}')}(_\w+)?\.py")
        if not any(pattern.fullmatch(other) for other in files):
            yield f"{path}: no {place}/test_{name}.py"


def tests_without_a_module(files: Files) -> Iterator[str]:
    """Entries of ``NEEDS_NO_TEST`` that name no file any more."""
    for pattern in NEEDS_NO_TEST:
        if not any(fnmatch(path, pattern) for path in files):
            yield f"nothing is called {pattern}"


RULES = (
    repeated_class_names,
    circles,
    inner_imports,
    faces_that_know_a_face,
    tests_without_a_module,
    long_files,
    long_functions,
    long_template_lines,
    raw_language_columns,
    untested_modules,
)
