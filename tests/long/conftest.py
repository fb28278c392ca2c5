"""The people of the bench, for the long walks too; and which parts of long runs are run."""

from __future__ import annotations

import pytest
from django.conf import settings

from tests.bench.conftest import (
    at_editor,
    at_reviewer,
    editor,
    reviewer,
    running,
    set_clock,
    site,
)
from tests.long import parts

__all__ = [
    "at_editor",
    "at_reviewer",
    "editor",
    "reviewer",
    "running",
    "set_clock",
    "site",
]

SECONDS = pytest.StashKey[float]()
"""How long a part has taken; negative where something of it failed."""


def database() -> str:
    """The name of the database that the tests use."""
    return settings.DATABASES["default"]["ENGINE"].rpartition(".")[2]


def part_of(item):
    """The part of a long run that a test is, or nothing."""
    return getattr(item, "callspec", None) and item.callspec.params.get("part")


def pytest_collection_modifyitems(config, items):
    """Leave out the parts that are not asked for, and those that passed before."""
    passed = parts.noted_parts(database()) if parts.PERCENT else set()
    left_out = [
        item
        for item in items
        if (part := part_of(item))
        and (not part.is_asked_for() or (part.run, part.number) in passed)
    ]
    if left_out:
        config.hook.pytest_deselected(items=left_out)
        items[:] = [item for item in items if item not in set(left_out)]


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item, call):
    """Note a part of which nothing failed."""
    report = yield
    took = item.stash.get(SECONDS, 0.0)
    item.stash[SECONDS] = took + call.duration if report.passed and took >= 0 else -1.0
    if call.when == "teardown" and item.stash[SECONDS] >= 0 and (part := part_of(item)):
        part.note(database(), item.stash[SECONDS])
    return report


def pytest_terminal_summary(terminalreporter):
    """Print what has been done of each long run."""
    terminalreporter.section(f"long runs, seed {parts.SEED}")
    for line in parts.sums():
        terminalreporter.line(line)
