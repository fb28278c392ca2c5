"""Work on the bench in every state, each change made when it is asked for."""

from __future__ import annotations

from datetime import timedelta
from functools import cached_property

from tests.e2e.bench.steps import (
    begin,
    said,
    save,
    today,
)


class Desk:
    """Work on the bench: the addresses of changes, each made when it is asked for."""

    def __init__(self, editor, reviewer):
        self.editor, self.reviewer = editor, reviewer

    @cached_property
    def draft(self):
        """A draft with words on what to look at again."""
        return self.saved("senate-name", "Save the draft")

    @cached_property
    def sent(self):
        """A new value that waits for its review."""
        address = begin(self.editor, "kurultai-oath", "New value from a day")
        typed = {
            "row-start": str(today() + timedelta(days=2)),
            "row-citations-0-passage": "constitution-2026-art-53",
            "head-reason_en": "A test.",
        }
        save(self.editor, "Save and send for review", **typed)
        said(self.editor, "It waits for a second person.")
        return address

    @cached_property
    def returned(self):
        """A change that its reviewer gave back."""
        return self.moved("majilis-name", "Give back", "Say which.")

    @cached_property
    def waiting(self):
        """An approved change that waits for its day."""
        return self.moved("senate-inquiries", "Approve", day=str(today() + timedelta(9)))

    @cached_property
    def published(self):
        return self.moved("majilis-first-sitting-1996", "Approve")

    def saved(self, key, button, day=""):
        address = begin(self.editor, key)
        long = "Words without an end, " * 9 + "x" * 60 + "."
        typed = {"row-act_en": long, "head-reason_en": "A test.", "head-publish_on": day}
        save(self.editor, button, **typed)
        said(self.editor, "Saved as version 2.")
        return address

    def moved(self, key, move, words="", day=""):
        address = self.saved(key, "Save and send for review", day)
        self.reviewer.goto(address)
        self.reviewer.get_by_label("A word to the others").fill(words)
        self.reviewer.get_by_role("button", name=move).click()
        said(self.reviewer, ". It ")
        return address
