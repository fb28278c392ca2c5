"""A process that dies after each of its writes in turn; it prints what it left behind.

Run as ``python -m tests.bench.killed_writer`` by a test, on the database of the
running site.
"""

from __future__ import annotations

import json
import os
import signal
from collections.abc import Callable
from contextlib import ExitStack
from typing import Any

import django

WRITES = ("INSERT", "UPDATE", "DELETE")


def dies_at(number: int) -> Callable[..., Any]:
    """A wrapper of statements that kills the process after so many writes."""
    left = number

    def run(execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        nonlocal left
        result = execute(sql, params, many, context)
        left -= sql.startswith(WRITES)
        if left == 0:
            os.kill(os.getpid(), signal.SIGKILL)
        return result

    return run


def main() -> None:
    """Save, send and approve, each time dying one write later, until it is done."""
    django.setup()
    from django.contrib.auth.models import User
    from django.db import connection

    from bench.changes.beginning import begin_change
    from bench.changes.moves import move_change
    from bench.changes.saving import save_draft
    from bench.models import Change, Draft
    from content.serialisers import SERIALISERS
    from facts.blocks.writing import block_now

    anna, vera = (User.objects.get(username=name) for name in ("anna", "vera"))
    pk = begin_change(anna, "facts", "correct", key="hall-seats").pk

    def save() -> None:
        change = Change.objects.get(pk=pk)
        draft = Draft({**change.block, "act_en": "an act"}, "A test.")
        save_draft(pk, anna, change.version, draft)

    def left_behind() -> dict[str, Any]:
        change = Change.objects.get(pk=pk)
        last = change.steps.filter(name="save").last()
        assert last is not None
        return {
            "version": change.version,
            "state": change.state,
            "is_as_saved": last.version == change.version
            and last.written["block"] == change.block,
            "steps": [step.name for step in change.steps.all()],
            "act": block_now(SERIALISERS["facts"], "hall-seats").get("act_en", ""),
        }

    for name, act in (
        ("save", save),
        ("send", lambda: move_change(pk, anna, "send")),
        ("approve", lambda: move_change(pk, vera, "approve")),
    ):
        found = [left_behind()]
        is_done = False
        while not is_done:
            connection.close()  # or both processes would speak on it
            child = os.fork()
            if not child:
                with ExitStack() as stack:
                    stack.enter_context(connection.execute_wrapper(dies_at(len(found))))
                    act()
                os._exit(0)
            status = os.waitpid(child, 0)[1]
            is_done = os.WIFEXITED(status) and os.WEXITSTATUS(status) == 0
            found.append(left_behind())
        print(json.dumps([name, found]))


if __name__ == "__main__":
    main()
