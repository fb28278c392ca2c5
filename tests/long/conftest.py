"""The people of the bench, for the long walks too."""

from __future__ import annotations

from tests.bench.conftest import at_editor, at_reviewer, editor, reviewer

__all__ = ["at_editor", "at_reviewer", "editor", "reviewer"]
