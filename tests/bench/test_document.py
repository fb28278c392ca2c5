"""What ``docs/bench.md`` says besides who may open what."""

from __future__ import annotations

from django.conf import settings

from bench.changes.advice import LONG_SENTENCE
from bench.changes.permissions import GROUPS, MOVES
from bench.changes.states import ChangeState
from bench.presence import VISIT_LASTS
from bench.worklist import YEAR
from content.models import Aim
from content.rules import MUSTS
from content.serialisers import SERIALISERS
from tests.bench.access_table import DOC

WORDS = {4: "four", 6: "six"}


def test_the_document_names_every_state_aim_move_group_and_must():
    for choices in (ChangeState, Aim):
        for label in choices.labels:
            assert f"| {label} |" in DOC
    for move in MOVES.values():
        assert f"| {move.label} |" in DOC
    for group in GROUPS:
        assert f"| {group} |" in DOC
    for must in MUSTS:
        assert f"- {(must.__doc__ or '').splitlines()[0]}\n" in DOC


def test_the_figures_of_the_document_are_those_of_the_code():
    assert f"more than {LONG_SENTENCE} words" in DOC
    assert f"for {YEAR.days} days nobody" in DOC
    assert f"the last {VISIT_LASTS.seconds // 60}\nminutes" in DOC
    assert f"its {WORDS[len(settings.AUTH_PASSWORD_VALIDATORS)]} rules" in DOC
    assert f"all {WORDS[len(SERIALISERS)]} kinds of rows" in DOC
