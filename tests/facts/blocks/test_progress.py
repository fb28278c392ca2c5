"""How far a long work is, on a terminal."""

from __future__ import annotations

from io import StringIO

from facts.blocks.progress import CLEAR_LINE, STEPS, told_on


class Terminal(StringIO):
    def isatty(self):
        return True


def told(stream, total):
    tell = told_on(stream)
    for done in range(1, total + 1):
        tell("loading", done, total)
    return stream.getvalue().split(CLEAR_LINE)[1:]


def test_a_terminal_is_told_on_a_line_that_is_gone_afterwards():
    assert told(Terminal(), 3) == ["loading: 1 of 3", "loading: 2 of 3", ""]


def test_a_long_work_is_told_of_a_few_times():
    lines = told(Terminal(), 10_000)
    assert len(lines) <= STEPS + 1
    assert lines[-1] == ""


def test_what_is_no_terminal_is_told_nothing():
    assert told(StringIO(), 3) == []
