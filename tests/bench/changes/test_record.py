"""What is known of a change: its steps, its writers, and the rows as it found them."""

from __future__ import annotations

import pytest

from bench.changes.record import (
    add_step,
    base_now,
    base_version,
    open_change_touching,
    published_version,
    stale_rows,
    writers_of,
)
from bench.models import Change
from content.models import Aim
from facts.guard import writing
from facts.models import Fact
from tests import factories
from tests.bench.conftest import person
from tests.bench.making_changes import TERM, begun, brought_to, change_at, drafted

pytestmark = pytest.mark.django_db
NAME = f"facts/{TERM}"


def test_a_row_is_touched_as_target_beside_it_and_by_its_end(editor):
    assert open_change_touching("facts", TERM) is None
    change = begun(editor)
    assert open_change_touching("facts", TERM) == change
    assert open_change_touching("passages", TERM) is None
    with writing():
        change.beside = {"facts/other": {}}
        change.ends = "ended"
        change.save()
    assert open_change_touching("facts", "other") == change
    assert open_change_touching("facts", "ended") == change


def test_what_is_dropped_or_has_no_key_touches_nothing(editor):
    brought_to("dropped", begun(editor))
    assert open_change_touching("facts", TERM) is None
    assert open_change_touching("facts", "") is None


def test_the_version_that_it_found_and_the_one_that_is_there_now(editor):
    change = begun(editor)
    assert (base_version(change), published_version(change)) == (1, 1)
    factories.edit(Fact.objects.filter(key=TERM), version=7)
    assert (base_version(change), published_version(change)) == (1, 7)


def test_a_new_row_has_no_version():
    change = Change(kind="facts", aim=Aim.ADD)
    assert (base_version(change), published_version(change)) == (0, 0)
    change.key = "not-there-yet"
    assert (base_version(change), published_version(change)) == (0, 0)


def test_of_rows_that_are_not_there_nothing_is_found(editor):
    found = base_now([NAME, "facts/nonesuch", "facts/"])
    assert list(found) == [NAME]
    assert found[NAME]["version"] == 1
    assert found[NAME] == begun(editor).base[NAME]


def test_a_row_is_stale_when_it_is_no_longer_as_it_was_found(editor):
    change = drafted(editor)
    assert stale_rows(change) == []
    factories.edit(Fact.objects.filter(key=TERM), act_en="published since", version=7)
    assert stale_rows(change) == [NAME]


def test_everybody_who_saved_it_wrote_of_it(editor, reviewer):
    change = change_at("draft", editor)
    assert writers_of(change) == {editor.pk}
    with writing():
        change.version = 3
        add_step(change, "save", reviewer)
        add_step(change, "send", person("a-third", "Editors"))
        add_step(change, "give-back", None, "By the site.")
    assert writers_of(change) == {editor.pk, reviewer.pk}


def test_only_the_step_of_a_save_has_what_was_written(editor):
    change = change_at("draft", editor)
    with writing():
        add_step(change, "send", editor, "Please.")
    saves, (sent,) = change.steps.filter(name="save"), change.steps.filter(name="send")
    assert [step.draft.block for step in saves][-1] == change.block
    assert (sent.draft, sent.words, sent.version) == (None, "Please.", 2)
