"""Visits to the form of a change."""

from __future__ import annotations

import pytest
from django.db import IntegrityError, transaction

from bench.models import Visit
from tests.bench.making_changes import change_at
from web.clock import now

pytestmark = pytest.mark.django_db


def test_somebody_has_one_visit_to_a_change(editor, reviewer):
    change = change_at("draft", editor)
    for who in (editor, reviewer):
        Visit.objects.create(change=change, who=who, seen_at=now())
    with pytest.raises(IntegrityError), transaction.atomic():
        Visit.objects.create(change=change, who=editor, seen_at=now())
