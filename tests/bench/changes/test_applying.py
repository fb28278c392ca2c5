"""What a change would break is judged as strictly as by looking twice at everything."""

from __future__ import annotations

import random

import pytest
from django.db import transaction

from bench.changes.applying import apply_change, new_breaches
from bench.models import Change
from content.rules import MUSTS, breaches
from content.serialisers import FOLDERS, SERIALISERS, ContentKind
from facts.blocks.blocks import ContentError
from facts.blocks.files import read_folders
from facts.blocks.loading import load
from facts.blocks.writing import block_now
from facts.guard import writing
from facts.models import Citation, Fact, Passage
from tests import factories
from tests.bench.live_site import SMALL

pytestmark = pytest.mark.django_db
EDITS = 40


@pytest.fixture(autouse=True)
def small_content(empty):
    """So little content that it can be looked at very often."""
    load(read_folders(SMALL, FOLDERS))


def judged_twice(change):
    """The verdict by definition: all breaches after the change, less those before it."""
    before = {str(one) for one in breaches(MUSTS)}
    try:
        with transaction.atomic():
            apply_change(change)
            after = [str(one) for one in breaches(MUSTS)]
            transaction.set_rollback(True)
    except ContentError as error:
        return [str(error)]
    return [one for one in after if one not in before]


def random_edit(dice):
    """An edit of some fact, as often as not a bad one."""
    key = dice.choice(list(Fact.objects.order_by("key").values_list("key", flat=True)))
    block = block_now(SERIALISERS[ContentKind.FACT], key)
    passages = list(Passage.objects.order_by("key"))
    edits = (
        {},
        {"act_en": "another act"},
        {"state": "retired"},
        {"citations": []},
        {"citations": [{"passage": dice.choice(passages).key}]},
        {"citations": [{"passage": "no-such-passage"}]},
        {"start": "1990-01-01", "end": ""},
        {"start": "banana"},
        {"sentence_en": ""},
        {"composition": {}, "term": {}},
        {"aspect": "term"},
    )
    wanted = {**block, **dice.choice(edits)}
    return Change(
        kind=ContentKind.FACT,
        key=key,
        block={name: value for name, value in wanted.items() if value},
    )


@pytest.mark.parametrize("is_broken", [False, True])
def test_looking_once_gives_the_verdict_of_looking_twice(is_broken):
    if is_broken:
        bare = Fact.objects.get(key="hall-custom")
        with writing():
            Citation.objects.filter(fact=bare).delete()
        factories.FactFactory(subject=bare.subject, aspect=bare.aspect)
        assert len(breaches(MUSTS)) == 2
    dice = random.Random(7)  # noqa: S311 - the same edits every time
    verdicts = []
    for _ in range(EDITS):
        change = random_edit(dice)
        verdicts.append(new_breaches(change))
        assert verdicts[-1] == judged_twice(change), change.block
    assert any(verdicts)
    assert not all(verdicts)
