"""A draft, and the form in which a save keeps it."""

from __future__ import annotations

from bench.models import Draft


def test_a_draft_comes_back_as_it_was_stored():
    draft = Draft({"key": "a", "act_en": "an act"}, "A slip.", "2026-11-30")
    assert Draft.from_stored(draft.stored()) == draft


def test_the_stored_form_is_the_one_of_all_steps_that_are_there():
    """Steps are never altered, so drafts of years ago have these keys."""
    stored = {"block": {"key": "a"}, "reason_en": "A slip.", "publish_on": "2026-11-30"}
    assert Draft.from_stored(stored) == Draft({"key": "a"}, "A slip.", "2026-11-30")
    assert Draft({"key": "a"}, "A slip.", "2026-11-30").stored() == stored


def test_what_an_old_step_lacks_is_empty():
    assert Draft.from_stored({"block": {}}) == Draft({}, "", "")
