"""Whatever stands in a fixture: it is loaded whole, or a sentence says what is wrong."""

from __future__ import annotations

import time
from io import StringIO
from pathlib import Path
from random import Random

import pytest
from django.core.management import CommandError, call_command
from django.db import transaction

from content.rules import breaches
from facts.models import Document, Fact, Passage, Subject
from tests.content.odd_fixtures import broken

pytestmark = [pytest.mark.usefixtures("empty"), pytest.mark.ignore_template_errors]
MODELS = (Document, Passage, Subject, Fact)
MOST_SECONDS = 1
LONGEST = 600
"""Characters of a sentence; what was typed stands in it, but not without end."""


def load(root: Path) -> str:
    """Load fixtures; what the command says, or why it loaded nothing."""
    out, start = StringIO(), time.process_time()
    try:
        with transaction.atomic():
            call_command("load_content", root=root, stdout=out)
    except CommandError as error:
        assert not any(model.objects.exists() for model in MODELS)
        return str(error)
    finally:
        assert time.process_time() - start < MOST_SECONDS
    list(breaches())  # what was loaded can be looked through
    return out.getvalue()


def require_a_sentence(folder: Path, number: int) -> None:
    """Load the broken fixtures of a number, and take back what was loaded."""
    root = broken(folder, Random(f"fixtures {number}"))  # noqa: S311 - no secret
    with transaction.atomic():
        told = load(root)
        transaction.set_rollback(True)
    assert told.startswith("Nothing was loaded. ") or " added, " in told
    assert "Traceback" not in told
    assert len(told) <= LONGEST, told


@pytest.mark.parametrize("number", range(60))
def test_a_broken_fixture_is_told_in_a_sentence(tmp_path, number):
    require_a_sentence(tmp_path, number)
